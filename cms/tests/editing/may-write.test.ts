import { expect, test } from 'vitest';
import { mayWrite } from '../../src/admin/may-write';

const model = 'api::city.city';
const update = { action: 'plugin::content-manager.explorer.update', subject: model };
const publish = { action: 'plugin::content-manager.explorer.publish', subject: model };
const author = [{ ...update, conditions: ['admin::is-creator'] }];
const editor = [update, publish];

test.each([
  ['an author saves what they made', author, 'update', true, true],
  ['an author does not save what others made', author, 'update', false, false],
  ['an author publishes nothing', author, 'publish', true, false],
  ['an editor saves what others made', editor, 'update', false, true],
  ['an editor publishes what others made', editor, 'publish', false, true],
  ['a moderator saves no city', [], 'update', false, false],
  ['what asks for nothing of this is left alone', [], 'history', false, true],
])('%s', (_what, granted, button, isOwn, isAllowed) => {
  expect(mayWrite(granted, { button, model, isOwn })).toBe(isAllowed);
});

test('what may be done to one kind of entry says nothing of another', () => {
  const asked = { button: 'update', model: 'api::page.page', isOwn: false };
  expect(mayWrite(editor, asked)).toBe(false);
});
