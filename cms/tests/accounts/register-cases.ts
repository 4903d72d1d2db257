import { expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { PASSWORD, refusedPaths, visitorOf } from './visitor.js';

const ACCOUNT = 'plugin::users-permissions.user';
const { makeToken } = compiled('accounts/one-time-token');

const rowSchema = z.object({
  email: z.string(),
  username: z.string(),
  displayName: z.string(),
  confirmed: z.boolean(),
  confirmationToken: z.string(),
  password: z.string(),
});

/** The same on every database. */
export function describeRegistering(cms: () => RunningCms): void {
  const visitor = visitorOf(cms);

  async function rowsOf(email: string) {
    const rows: unknown = await cms().strapi.db.query(ACCOUNT).findMany({ where: { email } });
    return z.array(rowSchema).parse(rows);
  }

  it('makes a member of whoever confirms the address, and of nobody else', async () => {
    const email = 'maria@example.org';
    const made = await visitor.register('Maria@Example.ORG ');
    expect(made.status).toBe(200);
    expect(JSON.parse(made.text)).toEqual({
      user: { email, displayName: 'Somebody', language: 'en', confirmed: false },
    });
    expect(made.headers.getSetCookie()).toEqual([]);

    const early = await visitor.signIn(email);
    expect(early.status).toBe(400);
    expect(early.text).toContain('not confirmed');
    expect((await visitor.signIn(email, 'not the password')).text).not.toContain('confirmed');

    const token = await visitor.mailedToken(email);
    await fetch(`${cms().url}/api/auth/email-confirmation?confirmation=${token}`);
    expect((await visitor.signIn(email)).status).toBe(400);

    expect((await visitor.confirm(token)).status).toBe(200);
    expect((await visitor.confirm(token)).status).toBe(200);
    expect((await visitor.signIn(email)).status).toBe(200);
    expect((await visitor.signIn('MARIA@example.org')).status).toBe(200);
  });

  it('keeps neither the password nor what it mails', async () => {
    const email = 'kept@example.org';
    await visitor.register(email);
    const token = await visitor.mailedToken(email);
    const [row] = await rowsOf(email);
    expect(token).toMatch(/^[0-9a-z]+-[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  it('answers alike for an address that has an account, and tells its owner', async () => {
    const email = 'known@example.org';
    const first = await visitor.register(email);
    await visitor.confirm(await visitor.mailedToken(email));
    const [before] = await rowsOf(email);
    const again = await visitor.register(email, { password: 'another long one' });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(await rowsOf(email)).toEqual([before]);
    expect((await visitor.mailsTo(email)).map(({ template }) => template)).toEqual([
      'confirmEmail',
      'alreadyRegistered',
    ]);
  });

  it('counts no password of an address that two registered, until its reader chooses one', async () => {
    const email = 'taken@example.org';
    const owners = 'the owner chose this';
    const strangers = 'a stranger chose this';
    await visitor.register(email, { password: owners });
    const firstLink = await visitor.mailedToken(email);
    await visitor.register(email, { password: strangers });
    expect((await visitor.confirm(firstLink)).status).toBe(400);
    expect((await visitor.mailsTo(email)).map(({ template }) => template)).toEqual([
      'confirmEmail',
      'resetPassword',
    ]);
    const code = await visitor.mailedToken(email);
    const reset = await visitor.post('/reset-password', { code, password: 'chosen by the reader' });
    expect(reset.status).toBe(200);
    for (const password of [owners, strangers]) {
      expect((await visitor.signIn(email, password)).status).toBe(400);
    }
    expect((await visitor.signIn(email, 'chosen by the reader')).status).toBe(200);
  });

  it('mails another link to whoever registers again with the same password', async () => {
    const email = 'again@example.org';
    await visitor.register(email);
    await visitor.register(email, { displayName: 'The same' });
    expect((await visitor.confirm(await visitor.mailedToken(email))).status).toBe(200);
    expect((await visitor.signIn(email)).status).toBe(200);
    expect(await rowsOf(email)).toMatchObject([{ displayName: 'The same' }]);
  });

  it('makes one account of twenty registrations at once, and answers them alike', async () => {
    const email = 'hurry@example.org';
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.register(email)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await rowsOf(email)).toHaveLength(1);
    expect((await visitor.mailsTo(email)).length).toBeLessThanOrEqual(5);
    expect((await visitor.confirm(await visitor.mailedToken(email))).status).toBe(200);
  });

  it('refuses a second account of an address to whoever writes it', async () => {
    const users = cms().strapi.db.query(ACCOUNT);
    const data = { username: 'twice-1', email: 'Twice@example.org', provider: 'local' };
    await users.create({ data });
    const second = users.create({
      data: { ...data, username: 'twice-2', email: 'twice@EXAMPLE.org' },
    });
    await expect(second).rejects.toThrow();
  });

  it('takes no link that is older than two days', async () => {
    const email = 'late@example.org';
    await visitor.register(email);
    const { token, stored } = makeToken(-1000);
    await cms()
      .strapi.db.query(ACCOUNT)
      .update({ where: { email }, data: { confirmationToken: stored } });
    const refused = await visitor.confirm(token);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('48 hours');
    expect(await rowsOf(email)).toMatchObject([{ confirmed: false }]);

    const sent = await visitor.post('/send-email-confirmation', { email });
    const unknown = await visitor.post('/send-email-confirmation', { email: 'no@example.org' });
    const known = await visitor.post('/send-email-confirmation', { email: 'known@example.org' });
    expect([sent.status, unknown.status, known.status]).toEqual([200, 200, 200]);
    expect(await visitor.mailsTo('no@example.org')).toEqual([]);
    expect((await visitor.confirm(await visitor.mailedToken(email))).status).toBe(200);
  });

  it('makes the name itself, so that no name is somebody’s address', async () => {
    const email = 'named@example.org';
    expect((await visitor.register(email, { username: 'maria@example.org' })).status).toBe(200);
    expect((await rowsOf(email))[0]?.username).toMatch(/^member-/);
  });

  it.each([
    ['password', 'short'],
    ['password', 'x'.repeat(73)],
    ['password', 'абвгдежзийклмнопрстуфхцчшщъьюяабвгдежзий'],
    ['password', 'password123'],
    ['password', 'aaaaaaaaaaaaaa'],
    ['password', 'weak-words@example.org'],
    ['password', 1234567890],
    ['email', 'nothing'],
    ['email', ['a@example.org']],
    ['email', { a: 1 }],
    ['email', `${'x'.repeat(300)}@example.org`],
    ['displayName', ' '],
    ['displayName', 'two\nlines'],
    ['displayName', 'x'.repeat(121)],
    ['displayName', undefined],
    ['language', 'xx'],
    ['consentVersion', undefined],
  ])('says what is wrong with the %s %j', async (name, value) => {
    const refused = await visitor.register('weak-words@example.org', { [name]: value });
    expect(refused.status).toBe(400);
    expect(refusedPaths(refused)).toEqual([[name]]);
  });
}
