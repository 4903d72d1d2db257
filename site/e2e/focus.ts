import type { Page } from '@playwright/test';

interface FocusSeen {
  /** Null when nothing but the page itself has the focus. */
  name: string | null;
  fault: string | null;
}

/** The halo of the focus; nothing else on the site has this colour. */
const halo = 'rgb(255, 206, 58)';

/** What has the focus, and whether a sighted reader can see that it has. */
export function seeFocus(page: Page): Promise<FocusSeen> {
  return page.evaluate((yellow) => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: null, fault: null };
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
    const name = `<${element.localName}> ${text || (element.getAttribute('name') ?? '')}`;
    // A radio button or checkbox that is drawn by its label shows its focus there.
    const label = element.closest('label');
    const shown = [
      element,
      ...(label ? [label, ...label.children] : []),
      ...element.querySelectorAll('*'),
    ];
    const isMarked = shown.some((each) => {
      const style = getComputedStyle(each);
      const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      if (isOutlined && style.outlineColor === yellow) return true;
      const isStroked = each instanceof SVGElement && parseFloat(style.strokeWidth) >= 2;
      return isStroked && style.stroke === yellow;
    });
    if (!element.matches(':focus-visible')) return { name, fault: 'is not :focus-visible' };
    if (!isMarked) return { name, fault: 'shows no focus' };
    const areas = [...element.getClientRects(), ...(label ? [...label.getClientRects()] : [])];
    const isOnTop = areas.some(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const found = document.elementFromPoint(left + width * x, top + height * y);
          const isIts = element.contains(found) || found?.contains(element) === true;
          return isIts || label?.contains(found) === true;
        }),
      ),
    );
    return { name, fault: isOnTop ? null : 'is covered or out of sight' };
  }, halo);
}
