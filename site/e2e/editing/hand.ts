import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works a page: with a pointer, or with nothing but the keys. */
export interface Hand {
  /** Presses a button, follows a link, chooses a radio button or ticks a box. */
  press: (target: Locator) => Promise<void>;
  /** Writes into a field in place of what stands there. */
  write: (field: Locator, text: string) => Promise<void>;
  /** Takes the first suggestion for what was typed into a combobox. */
  choose: (field: Locator, text: string) => Promise<void>;
}

// The options of the selects, which are not shown, have the role as well.
const suggestion = (field: Locator) => field.page().locator('[role="option"]:visible').first();

export const pointer: Hand = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (field, text) => {
    await field.click();
    await field.fill(text);
    await suggestion(field).click();
  },
};

export const keys: Hand = {
  press: async (target) => {
    await reach(target);
    const isBox = await target.evaluate((element) =>
      element.matches('[type=radio], [type=checkbox]'),
    );
    if (!(isBox && (await target.isChecked())))
      await target.page().keyboard.press(isBox ? 'Space' : 'Enter');
  },
  write: async (field, text) => {
    await reach(field);
    await field.page().keyboard.press('Control+A');
    await field.page().keyboard.type(text);
  },
  choose: async (field, text) => {
    await reach(field);
    await field.page().keyboard.type(text);
    await expect(suggestion(field)).toBeVisible();
    await field.page().keyboard.press('ArrowDown');
    await field.page().keyboard.press('Enter');
  },
};

/** More than any page has; once round and it was not reached. */
const mostSteps = 400;

/** Goes on from what has the focus, as a reader without a pointer does. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  for (let step = 0; step < mostSteps; step += 1) {
    const next = await target.evaluate(nextKey);
    if (next === null) return;
    await page.keyboard.press(next);
  }
  throw new Error(`The keys do not lead to ${String(target)}.`);
}

/** Within a group of radio buttons the arrows lead on; null when the element has the focus. */
function nextKey(element: Element): string | null {
  const active = document.activeElement;
  if (active === element) return null;
  const isSameGroup =
    element instanceof HTMLInputElement &&
    active instanceof HTMLInputElement &&
    element.type === 'radio' &&
    active.type === 'radio' &&
    element.name === active.name;
  return isSameGroup ? 'ArrowDown' : 'Tab';
}

/** Signs in on the page that is open. */
export async function signInBy(hand: Hand, page: Page, email: string, password: string) {
  const door = page.locator('[data-part="out"]');
  await hand.write(door.getByLabel('E-mail address'), email);
  await hand.write(door.getByLabel('Password'), password);
  await hand.press(door.getByRole('button', { name: 'Sign in' }));
  await expect(page.locator('[data-part="in"]')).toBeVisible();
}
