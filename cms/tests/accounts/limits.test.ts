import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { jwtOf, PASSWORD, visitorOf, type Answer } from './visitor.js';

const WRONG = 'not the password';
const from = (address: string) => ({ 'x-forwarded-for': address });

let cms: RunningCms;
const visitor = visitorOf(() => cms);

async function guess(email: string, headers: (round: number) => Record<string, string>) {
  const statuses: number[] = [];
  for (let round = 0; round < 11; round += 1) {
    statuses.push((await visitor.signIn(email, WRONG, headers(round))).status);
  }
  return statuses;
}

const TEN_THEN_NONE = [...Array<number>(10).fill(400), 429];

describe('without TLS, where no proxy is believed', () => {
  beforeAll(async () => {
    cms = await boot({ listen: true });
  });
  afterAll(async () => {
    await cms.stop();
  });

  it('lets nobody guess on, whatever address is claimed, and says when to come back', async () => {
    await visitor.join('guessed@example.org');
    await visitor.join('other@example.org');
    expect(await guess('guessed@example.org', (n) => from(`10.0.0.${n}`))).toEqual(TEN_THEN_NONE);
    const right = await visitor.signIn('GUESSED@example.org', PASSWORD, from('10.9.9.9'));
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await visitor.signIn('other@example.org')).status).toBe(200);
  });

  it('counts an account that is not there alike', async () => {
    expect(await guess('nobody@example.org', () => ({}))).toEqual(TEN_THEN_NONE);
  });

  it('forgets the mistakes of whoever signs in', async () => {
    await visitor.join('forgetful@example.org');
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 5; n += 1) await visitor.signIn('forgetful@example.org', WRONG);
      expect((await visitor.signIn('forgetful@example.org')).status).toBe(200);
    }
  });

  it('lets nobody guess the password of who is signed in', async () => {
    const authorization = `Bearer ${jwtOf(await visitor.join('inside@example.org'))}`;
    const body = { currentPassword: WRONG, password: 'a long new password' };
    const statuses: number[] = [];
    for (let round = 0; round < 11; round += 1) {
      statuses.push((await visitor.post('/change-password', body, { authorization })).status);
    }
    expect(statuses).toEqual(TEN_THEN_NONE);
  });

  it('sends nobody more than five mails an hour about one thing, and says nothing of it', async () => {
    const email = 'bombed@example.org';
    await visitor.join(email);
    const eightTimes = async (act: () => Promise<Answer>) => {
      const answers = await Promise.all(Array.from({ length: 8 }, act));
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    };
    await eightTimes(() => visitor.register(email));
    expect(await visitor.mailsTo(email)).toHaveLength(5);
    // Whom strangers register again and again gets a new password all the same.
    await eightTimes(() => visitor.post('/forgot-password', { email }));
    expect(await visitor.mailsTo(email)).toHaveLength(10);
    const code = await visitor.mailedToken(email);
    const reset = await visitor.post('/reset-password', { code, password: 'a long new password' });
    expect(reset.status).toBe(200);
  });
});

describe('behind TLS, where a proxy is believed for one hop', () => {
  const tls = { 'x-forwarded-proto': 'https' };
  beforeAll(async () => {
    const env = { CMS_PUBLIC_URL: 'https://cms.example' };
    cms = await boot({ listen: true, env });
  });
  afterAll(async () => {
    await cms.stop();
  });

  it('tells senders apart by what the proxy says, and not by what they claim', async () => {
    await visitor.join('shared@example.org');
    const claimed = (n: number) => ({ ...tls, ...from(`10.0.0.${n}, 203.0.113.7`) });
    expect(await guess('shared@example.org', claimed)).toEqual(TEN_THEN_NONE);
    const elsewhere = { ...tls, ...from('203.0.113.8') };
    expect((await visitor.signIn('shared@example.org', PASSWORD, elsewhere)).status).toBe(200);
  });

  it('takes addresses of one IPv6 network for one sender', async () => {
    await visitor.join('v6@example.org');
    const neighbour = (n: number) => ({ ...tls, ...from(`2001:db8:0:1::${n + 1}`) });
    expect(await guess('v6@example.org', neighbour)).toEqual(TEN_THEN_NONE);
    const other = { ...tls, ...from('2001:db8:0:2::1') };
    expect((await visitor.signIn('v6@example.org', PASSWORD, other)).status).toBe(200);
  });

  it('marks the cookie for TLS only, also when the proxy does not say that it speaks TLS', async () => {
    for (const headers of [tls, {}]) {
      const answer = await visitor.signIn('shared@example.org', PASSWORD, {
        ...headers,
        ...from('203.0.113.9'),
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-up=.*; secure; httponly$/);
    }
  });
});
