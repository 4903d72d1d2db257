import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ChildLog } from '../processes/child-log.ts';
import { runProgram } from '../processes/run-program.ts';
import { testFolder } from '../testing/test-folder.ts';
import { lockDataDir } from './data-lock.ts';
import { ownDataDir } from './own-data-dir.ts';
import { checkPorts, freePorts } from './ports.ts';
import { runCommand } from './progress.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';

const strong = 'f3a9c17e5b20d846f3a9c17e5b20d846f3a9c17e5b20d846';

describe('the settings', () => {
  it('follow the ports unless an address is given', () => {
    const settings = readSettings({ SITE_PORT: '5000', CMS_PUBLIC_URL: 'https://cms.example/' });
    expect(settings).toMatchObject({
      siteUrl: 'http://localhost:5000',
      cmsPublicUrl: 'https://cms.example',
      isDemo: true,
      ports: { site: 5000, cms: 1337, publisher: 4322, mailWeb: 1080, mailSmtp: 1025 },
    });
    expect(settings.dataDir).toMatch(/\/\.data$/);
  });

  it('are refused with one sentence for each that is wrong', () => {
    const wrong = { SITE_PORT: '99999', CMS_PORT: 'x', SEE_DEMO: 'yes', DATABASE_URL: 'mysql://x' };
    expect(() => readSettings(wrong)).toThrow(
      /SITE_PORT is not a port.*CMS_PORT is not a port.*SEE_DEMO is neither.*DATABASE_URL is not a postgres/s,
    );
  });
});

describe('the secrets', () => {
  it('are made once, for this user alone, and stay', () => {
    const dir = testFolder();
    const made = loadSecrets(dir, {});
    const file = path.join(dir, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(made).flatMap((value) => value.split(','))).size).toBe(9);
    expect(loadSecrets(dir, {})).toEqual(made);
  });

  it('of the environment go before those of the file and are not written down', () => {
    const dir = testFolder();
    expect(loadSecrets(dir, { SEE_BUILD_TOKEN: strong }).buildToken).toBe(strong);
    expect(readFileSync(path.join(dir, 'secrets.json'), 'utf8')).not.toContain(strong);
  });

  it('that a file of an older version lacks are added', () => {
    const dir = testFolder();
    const file = path.join(dir, 'secrets.json');
    writeFileSync(file, JSON.stringify({ buildToken: strong }), { mode: 0o600 });
    const secrets = loadSecrets(dir, {});
    expect(secrets.buildToken).toBe(strong);
    expect(loadSecrets(dir, {})).toEqual(secrets);
  });

  it.each([
    ['a placeholder', { JWT_SECRET: 'tobemodified' }, 'JWT_SECRET still holds a placeholder'],
    ['a short one', { JWT_SECRET: 'a1b2c3d4e5' }, 'JWT_SECRET is shorter than 32'],
    ['a repetition', { JWT_SECRET: 'ab'.repeat(20) }, 'JWT_SECRET repeats the same few'],
    ['one of two keys', { APP_KEYS: `${strong},short` }, 'APP_KEYS is shorter than 32'],
  ])('are refused when they can be guessed: %s', (_, variables, said) => {
    expect(() => loadSecrets(testFolder(), variables)).toThrow(said);
  });

  it('are refused when others can read the file, or it is damaged', () => {
    const dir = testFolder();
    const file = path.join(dir, 'secrets.json');
    loadSecrets(dir, {});
    chmodSync(file, 0o644);
    expect(() => loadSecrets(dir, {})).toThrow(`chmod 600 "${file}"`);
    chmodSync(file, 0o600);
    writeFileSync(file, '{"appKeys": ');
    expect(() => loadSecrets(dir, {})).toThrow('cannot be read as secrets');
    writeFileSync(file, '{"appKeys": "weak"}');
    expect(() => loadSecrets(dir, {})).toThrow(`"appKeys" in ${file} is shorter`);
  });
});

describe('the ports', () => {
  it.each(['127.0.0.1', '0.0.0.0'])(
    'are refused when %s is taken, with what to do',
    async (host) => {
      const [port = 0] = await freePorts(1);
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(port, host, resolve));
      onTestFinished(() => {
        server.close();
      });
      const use = { port, purpose: 'the site', variable: 'SITE_PORT' };
      await expect(checkPorts([use])).rejects.toThrow(
        `Port ${port} for the site is in use by another program: end that, or choose another port with SITE_PORT.`,
      );
    },
  );

  it('are refused when two are the same, and accepted when free', async () => {
    const [first = 0, second = 0] = await freePorts(2);
    const site = { port: first, purpose: 'the site', variable: 'SITE_PORT' };
    const cms = { port: first, purpose: 'the CMS', variable: 'CMS_PORT' };
    await expect(checkPorts([site, cms])).rejects.toThrow('CMS_PORT and SITE_PORT both name port');
    await checkPorts([site, { ...cms, port: second }]);
  });
});

describe('a data directory', () => {
  const modeOf = (...parts: string[]) => statSync(path.join(...parts)).mode & 0o777;
  const keepUmask = () => {
    const before = process.umask(0o022);
    onTestFinished(() => {
      process.umask(before);
    });
  };

  it('that cannot be one is refused with what to do', () => {
    keepUmask();
    const file = path.join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(() => ownDataDir(file)).toThrow(/file cannot be the data directory .* SEE_DATA_DIR\.$/);
  });

  it('is for one running copy', () => {
    keepUmask();
    const dir = testFolder();
    const unlock = lockDataDir(dir);
    expect(() => lockDataDir(dir)).toThrow(`A copy already runs on ${dir} (process ${process.pid}`);
    unlock();
    lockDataDir(dir)();
  });

  it('is for one user, with all that is written into it, also by children', async () => {
    keepUmask();
    const dir = path.join(testFolder(), 'deep/data');
    lockDataDir(dir)();
    new ChildLog(path.join(dir, 'logs/cms.log')).write('said\n');
    const program = `const fs = require('node:fs');
      fs.mkdirSync('mail');
      fs.writeFileSync('snapshot.db', '');`;
    await runProgram([process.execPath, '-e', program], { cwd: dir, env: process.env });
    expect([modeOf(dir), modeOf(dir, 'logs'), modeOf(dir, 'mail')]).toEqual([0o700, 0o700, 0o700]);
    expect([modeOf(dir, 'logs/cms.log'), modeOf(dir, 'snapshot.db')]).toEqual([0o600, 0o600]);
  });

  it('that an earlier version left open is closed, a folder of others is not', () => {
    keepUmask();
    const earlier = testFolder();
    writeFileSync(path.join(earlier, 'secrets.json'), '{}');
    const shared = testFolder();
    mkdirSync(path.join(shared, 'photographs'));
    for (const dir of [earlier, shared]) {
      chmodSync(dir, 0o755);
      ownDataDir(dir);
    }
    expect([modeOf(earlier), modeOf(shared)]).toEqual([0o700, 0o755]);
  });
});

it('a command that was stopped says so, and no more', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const before = process.exitCode;
  onTestFinished(() => {
    written.mockRestore();
    process.exitCode = before;
  });
  await runCommand(() => {
    AbortSignal.abort().throwIfAborted();
    return Promise.resolve();
  });
  expect(written.mock.calls).toEqual([['Stopped.\n']]);
  expect(process.exitCode).toBe(1);
});
