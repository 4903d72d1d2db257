import { expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

it('goes to addresses of this site', () => {
  expect(nextPath('?next=/el/members/account%3Fa=1', '/members')).toBe('/el/members/account?a=1');
});

it.each([
  '?next=//evil.example',
  '?next=/%5Cevil.example',
  '?next=/%09/evil.example',
  '?next=/%0A%0D%5Cevil.example',
  '?next=https://evil.example',
  '',
  '?next=javascript:alert(1)',
])('stays here for %s', (search) => {
  expect(nextPath(search, '/members')).toBe('/members');
});
