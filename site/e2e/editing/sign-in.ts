import type { Page } from '@playwright/test';
import { staffAccount, platform, type StaffRole } from '../platform.ts';

/** Signs in to the admin; ends on its home page. */
export async function signIn(page: Page, role: StaffRole = 'editor'): Promise<void> {
  const { email, password } = staffAccount(role);
  await page.goto(`${platform.cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}
