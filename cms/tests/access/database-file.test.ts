import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { boot } from '../support/boot.js';

it('keeps the database to the user that runs the CMS', async () => {
  const cms = await boot({ database: 'sqlite' });
  try {
    expect(statSync(path.join(cms.dataDir, 'cms.db')).mode & 0o777).toBe(0o600);
  } finally {
    await cms.stop();
  }
});
