import { expect, it } from 'vitest';
import type { RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { cookieOf, jwtOf, PASSWORD, refusedPaths, visitorOf } from './visitor.js';

const ACCOUNT = 'plugin::users-permissions.user';
const SESSION = 'admin::session';
const NEW = 'a second quiet lane';
const { makeToken } = compiled('accounts/one-time-token');

/** The same on every database. */
export function describeSessions(cms: () => RunningCms): void {
  const visitor = visitorOf(cms);
  const refresh = (cookie: string) => visitor.send('/api/auth/refresh', undefined, { cookie });

  it('gives the refresh token in a cookie alone', async () => {
    const answer = await visitor.join('cookie@example.org');
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('refresh');
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^up=[^;]+; path=\/api\/auth; expires=[^;]+; samesite=strict; httponly$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await visitor.me(jwtOf(answer))).toBe(200);
  });

  it('answers an unknown address, a wrong password and a blocked account alike', async () => {
    await visitor.join('plain@example.org');
    await visitor.join('blocked@example.org');
    await cms()
      .strapi.db.query(ACCOUNT)
      .update({ where: { email: 'blocked@example.org' }, data: { blocked: true } });
    const answers = await Promise.all([
      visitor.signIn('nobody@example.org'),
      visitor.signIn('plain@example.org', 'not the password'),
      visitor.signIn('plain@example.org', 'x'.repeat(500)),
      visitor.signIn('blocked@example.org'),
    ]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });

  it('never signs out two tabs that refresh at once', async () => {
    const cookie = cookieOf(await visitor.join('tabs@example.org'));
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    // Whichever cookie the browser keeps, it goes on from there.
    for (const answer of answers) {
      expect(answer.text).not.toContain('refreshToken');
      expect(await visitor.me(jwtOf(answer))).toBe(200);
      expect((await refresh(cookieOf(answer))).status).toBe(200);
    }
    expect(answers.map(cookieOf)).not.toContain(cookie);
  });

  it('takes a token that was changed for the next one a moment longer, and then no more', async () => {
    const joined = await visitor.join('grace@example.org');
    const cookie = cookieOf(joined);
    const next = await refresh(cookie);
    expect((await refresh(cookie)).status).toBe(200);
    await cms()
      .strapi.db.query(SESSION)
      .updateMany({
        where: { childId: { $notNull: true } },
        data: { expiresAt: new Date(Date.now() - 1000) },
      });
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(cookieOf(next))).status).toBe(200);
    // The access token of before lives as long as it was promised.
    expect(await visitor.me(jwtOf(joined))).toBe(200);
  });

  it('refreshes for nobody without a cookie, with a wrong one, or with a token in the body', async () => {
    expect((await visitor.post('/refresh', {})).status).toBe(401);
    expect((await refresh('up=x.y.z')).status).toBe(401);
    const given = await visitor.post('/refresh', { refreshToken: 'x' });
    expect([given.status, refusedPaths(given)]).toEqual([400, [['refreshToken']]]);
  });

  it('refreshes for no account that was blocked or is gone', async () => {
    const cookies = [];
    for (const email of ['stop-1@example.org', 'stop-2@example.org']) {
      cookies.push(cookieOf(await visitor.join(email)));
    }
    const users = cms().strapi.db.query(ACCOUNT);
    await users.update({ where: { email: 'stop-1@example.org' }, data: { blocked: true } });
    await users.delete({ where: { email: 'stop-2@example.org' } });
    const answers = await Promise.all(cookies.map(refresh));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('ends one session with its access tokens, and leaves the others', async () => {
    const here = await visitor.join('logout@example.org');
    const there = await visitor.signIn('logout@example.org');
    const next = await refresh(cookieOf(here));
    const out = await visitor.send('/api/auth/logout', undefined, { cookie: cookieOf(next) });
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie()[0]).toMatch(/^up=; .*1970/);
    expect(await visitor.me(jwtOf(here))).toBe(401);
    expect(await visitor.me(jwtOf(next))).toBe(401);
    expect((await refresh(cookieOf(here))).status).toBe(401);
    expect((await refresh(cookieOf(next))).status).toBe(401);
    expect(await visitor.me(jwtOf(there))).toBe(200);
  });

  it('ends the session of an access token that comes without the cookie', async () => {
    const here = await visitor.join('script@example.org');
    const authorization = `Bearer ${jwtOf(here)}`;
    expect((await visitor.send('/api/auth/logout', undefined, { authorization })).status).toBe(200);
    expect((await refresh(cookieOf(here))).status).toBe(401);
    expect((await visitor.send('/api/auth/logout')).status).toBe(200);
  });

  it('changes the password for whoever knows it, and ends every other session', async () => {
    const email = 'change@example.org';
    const here = await visitor.join(email);
    const there = await visitor.signIn(email);
    const change = (body: object, jwt = jwtOf(here)) =>
      visitor.post('/change-password', body, { authorization: `Bearer ${jwt}` });
    const wrong = await change({ currentPassword: 'not it at all', password: NEW });
    expect([wrong.status, refusedPaths(wrong)]).toEqual([400, [['currentPassword']]]);
    const weak = await change({ currentPassword: PASSWORD, password: 'password123' });
    expect([weak.status, refusedPaths(weak)]).toEqual([400, [['password']]]);

    const changed = await change({ currentPassword: PASSWORD, password: NEW });
    expect(changed.status).toBe(200);
    expect(changed.text).not.toContain('refreshToken');
    expect(await visitor.me(jwtOf(changed))).toBe(200);
    expect((await refresh(cookieOf(changed))).status).toBe(200);
    for (const old of [here, there]) {
      expect(await visitor.me(jwtOf(old))).toBe(401);
      expect((await refresh(cookieOf(old))).status).toBe(401);
    }
    expect((await visitor.signIn(email)).status).toBe(400);
    expect((await visitor.signIn(email, NEW)).status).toBe(200);
    expect((await visitor.mailsTo(email)).at(-1)?.template).toBe('passwordChanged');
    expect((await change({ currentPassword: NEW, password: PASSWORD })).status).toBe(401);
  });

  it('resets a password once by the mailed link, and ends every session', async () => {
    const email = 'reset@example.org';
    const here = await visitor.join(email);
    const known = await visitor.post('/forgot-password', { email });
    const unknown = await visitor.post('/forgot-password', { email: 'none@example.org' });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await visitor.mailsTo('none@example.org')).toEqual([]);

    const code = await visitor.mailedToken(email);
    const row: unknown = await cms().strapi.db.query(ACCOUNT).findOne({ where: { email } });
    expect(JSON.stringify(row)).not.toContain(code);
    const reset = (password: string) =>
      visitor.post('/reset-password', { code, password, passwordConfirmation: password });
    expect(refusedPaths(await reset('short'))).toEqual([['password']]);
    const answers = await Promise.all([reset(NEW), reset(NEW), reset(NEW)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(answers.map(({ text }) => text).join()).not.toContain('refreshToken');
    expect(await visitor.me(jwtOf(here))).toBe(401);
    expect((await refresh(cookieOf(here))).status).toBe(401);
    expect((await visitor.signIn(email, NEW)).status).toBe(200);
    expect(refusedPaths(await reset(PASSWORD))).toEqual([['code']]);
  });

  it('resets nothing by a link that is older than an hour', async () => {
    const email = 'reset-late@example.org';
    await visitor.join(email);
    const { token, stored } = makeToken(-1000);
    const data = { resetPasswordToken: stored };
    await cms().strapi.db.query(ACCOUNT).update({ where: { email }, data });
    const late = await visitor.post('/reset-password', { code: token, password: NEW });
    expect([late.status, refusedPaths(late)]).toEqual([400, [['code']]]);
  });

  it('leaves no session open that is refreshed while the password is changed', async () => {
    const email = 'race@example.org';
    const joined = await visitor.join(email);
    await visitor.post('/forgot-password', { email });
    const code = await visitor.mailedToken(email);
    const [reset, ...refreshed] = await Promise.all([
      visitor.post('/reset-password', { code, password: NEW }),
      ...Array.from({ length: 6 }, () => refresh(cookieOf(joined))),
      visitor.signIn(email),
    ]);
    expect(reset.status).toBe(200);
    for (const answer of refreshed.filter(({ status }) => status === 200)) {
      expect(await visitor.me(jwtOf(answer))).toBe(401);
      expect((await refresh(cookieOf(answer))).status).toBe(401);
    }
    expect(await visitor.me(jwtOf(reset))).toBe(200);
  });

  it('gives whoever resets an account that nobody confirmed the account', async () => {
    const email = 'claimed@example.org';
    await visitor.register(email);
    await visitor.post('/forgot-password', { email });
    const code = await visitor.mailedToken(email);
    expect((await visitor.post('/reset-password', { code, password: NEW })).status).toBe(200);
    expect((await visitor.signIn(email)).status).toBe(400);
    expect((await visitor.signIn(email, NEW)).status).toBe(200);
  });
}
