import { expect, it } from 'vitest';
import { knownSecrets } from './known-secrets.ts';
import { testFolder, writeFiles } from './test-folder.ts';

it('knows the secrets of the data directory, of the accounts and of the environment', () => {
  const dir = writeFiles(testFolder(), {
    'secrets.json': '{"appKeys":"first-of-two-keys,second-of-two-keys"}',
    'accounts.json':
      '{"admin":{"email":"admin@demo.example","password":"admin-password"},"members":[{"password":"member-password"}]}',
  });
  const environment = { CMS_TOKEN: 'the-token-of-the-build', PATH: '/usr/local/bin:/usr/bin' };
  expect([...knownSecrets(dir, environment).values()].sort()).toEqual([
    'admin-password',
    'first-of-two-keys',
    'member-password',
    'second-of-two-keys',
    'the-token-of-the-build',
  ]);
});
