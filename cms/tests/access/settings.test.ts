import { describe, expect, it } from 'vitest';
import { readSettings } from '../../config/settings.js';
import { goodEnvironment } from '../../scripts/environment.mts';
import { boot } from '../support/boot.js';

const good = goodEnvironment('/srv/see');
const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'SEE_BUILD_TOKEN',
];

function problem(changes: Record<string, string | undefined>): string {
  try {
    readSettings({ ...good, ...changes });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}

describe('secrets', () => {
  it('takes strong ones', () => {
    expect(problem({})).toBe('');
  });
  for (const name of SECRETS) {
    it(`refuses to start without ${name}, or with a weak one`, () => {
      expect(problem({ [name]: undefined })).toContain(`${name} is not set`);
      expect(problem({ [name]: '  ' })).toContain(`${name} is not set`);
      expect(problem({ [name]: 'k3J9x' })).toContain(`${name} is shorter than 32 bytes`);
      expect(problem({ [name]: 'tobemodified-'.repeat(4) })).toContain(`${name} still holds`);
      expect(problem({ [name]: 'ChangeMe'.repeat(5) })).toContain(`${name} still holds`);
      expect(problem({ [name]: 'ab'.repeat(20) })).toContain(`${name} repeats the same few`);
    });
  }

  it('refuses one value for two secrets, without showing it', () => {
    const message = problem({ JWT_SECRET: good.ADMIN_JWT_SECRET });
    expect(message).toContain('JWT_SECRET repeats the value of ADMIN_JWT_SECRET');
    expect(message).not.toContain(good.ADMIN_JWT_SECRET);
  });

  it('checks each of the application keys', () => {
    expect(problem({ APP_KEYS: `${good.APP_KEYS},short` })).toContain('APP_KEYS is shorter');
    expect(problem({ APP_KEYS: `${good.APP_KEYS},${good.APP_KEYS}` })).toContain(
      'APP_KEYS repeats the value of APP_KEYS',
    );
  });

  it('tells all that is wrong at once', () => {
    const message = problem({ JWT_SECRET: undefined, CMS_PORT: 'x', SEE_DATA_DIR: undefined });
    expect(message).toContain('JWT_SECRET is not set');
    expect(message).toContain('CMS_PORT is not a number');
    expect(message).toContain('SEE_DATA_DIR is not set');
  });
});

describe('other settings', () => {
  it('takes SQLite in the data directory unless a PostgreSQL address is given', () => {
    expect(readSettings(good).database).toEqual({ client: 'sqlite', filename: '/srv/see/cms.db' });
    const url = 'postgres://see@localhost/see';
    expect(readSettings({ ...good, DATABASE_URL: url }).database).toEqual({
      client: 'postgres',
      url,
    });
    expect(readSettings({ ...good, DATABASE_URL: '' }).database.client).toBe('sqlite');
    expect(problem({ DATABASE_URL: 'mysql://see@localhost/see' })).toContain(
      'DATABASE_URL is not a postgres:// address',
    );
  });

  it('makes the public address from the port, and drops a slash at its end', () => {
    expect(readSettings({ ...good, CMS_PORT: '2000' }).publicUrl).toBe('http://localhost:2000');
    const publicUrl = 'https://cms.example.org/';
    expect(readSettings({ ...good, CMS_PUBLIC_URL: publicUrl }).publicUrl).toBe(
      'https://cms.example.org',
    );
  });

  it('signs in at the mail server with what it is given, and with both or neither', () => {
    const mail = (more: object) => readSettings({ ...good, ...more }).mail;
    expect(mail({}).login).toBeUndefined();
    expect(mail({ SMTP_USER: 'see', SMTP_PASSWORD: 'a word' }).login).toEqual({
      user: 'see',
      pass: 'a word',
    });
    expect(problem({ SMTP_USER: 'see' })).toContain('SMTP_PASSWORD is not set');
  });

  it('refuses what is no address, no port, no yes or no', () => {
    expect(problem({ SITE_URL: 'localhost' })).toContain('SITE_URL is not a web address');
    expect(problem({ CMS_PUBLIC_URL: 'ftp://x.org' })).toContain('CMS_PUBLIC_URL is not a web');
    expect(problem({ CMS_PORT: '70000' })).toContain('CMS_PORT is not a port');
    expect(problem({ SEE_DEMO: 'yes' })).toContain('SEE_DEMO must be true or false');
  });
});

it('stops the CMS itself', async () => {
  await expect(boot({ env: { ENCRYPTION_KEY: 'tobemodified' } })).rejects.toThrow(
    'ENCRYPTION_KEY still holds a placeholder',
  );
});
