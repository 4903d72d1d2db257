import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockDataDir } from './machine/data-lock.ts';
import { freePorts } from './machine/ports.ts';
import { root } from './machine/settings.ts';
import { runProgram } from './processes/run-program.ts';
import { testFolder } from './testing/test-folder.ts';

/** Runs a command as `npm run` does, on settings that cannot touch anybody's data. */
async function run(script: string, args: string[], variables: NodeJS.ProcessEnv) {
  const names = ['SITE_PORT', 'CMS_PORT', 'PUBLISHER_PORT', 'MAIL_WEB_PORT', 'MAIL_SMTP_PORT'];
  const ports = await freePorts(names.length);
  return runProgram([process.execPath, path.join('.github/scripts', script), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
      ...variables,
    },
  });
}

describe('npm start', () => {
  it('refuses a second copy on the same data', async () => {
    const dir = testFolder();
    onTestFinished(lockDataDir(dir));
    const { code, output } = await run('start.ts', [], { SEE_DATA_DIR: dir });
    expect(output).toContain(`A copy already runs on ${dir} (process ${process.pid}`);
    expect(code).toBe(1);
    expect(readdirSync(dir)).toEqual(['running.lock']);
  });

  it('refuses a port in use before it starts anything', async () => {
    const dir = testFolder();
    const [port = 0] = await freePorts(1);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const { code, output } = await run('start.ts', [], {
      SEE_DATA_DIR: dir,
      CMS_PORT: String(port),
    });
    expect(output).toContain(`Port ${port} for the CMS is in use`);
    expect(output).toContain('choose another port with CMS_PORT');
    expect(code).toBe(1);
    expect(existsSync(path.join(dir, 'logs'))).toBe(false);
    expect(existsSync(path.join(dir, 'running.lock'))).toBe(false);
  });

  it('refuses weak secrets and wrong settings with sentences', async () => {
    const weak = await run('start.ts', [], {
      SEE_DATA_DIR: testFolder(),
      JWT_SECRET: 'tobemodified',
    });
    expect(weak.output).toContain('JWT_SECRET still holds a placeholder');
    const wrong = await run('start.ts', [], { SEE_DATA_DIR: testFolder(), SITE_PORT: 'x' });
    expect(wrong.output).toContain('SITE_PORT is not a port');
    expect([weak.code, wrong.code]).toEqual([1, 1]);
  });

  it('takes over the lock of a copy that was killed', async () => {
    const dir = testFolder();
    const stale = { pid: 2 ** 22 + 1, started: 'then', at: 'then' };
    writeFileSync(path.join(dir, 'running.lock'), JSON.stringify(stale));
    const { output } = await run('start.ts', [], { SEE_DATA_DIR: dir, JWT_SECRET: 'short' });
    expect(output).toContain('JWT_SECRET is shorter');
  });
});

describe('the other commands', () => {
  it('say so when nothing runs that could publish', async () => {
    const { code, output } = await run('publish-site.ts', [], { SEE_DATA_DIR: testFolder() });
    expect(output).toContain('Neither a publisher nor the CMS runs');
    expect(code).toBe(1);
  });

  it('say so when there is nothing to roll back to', async () => {
    const none = path.join(testFolder(), 'none');
    expect((await run('rollback.ts', [], { SEE_DATA_DIR: none })).output).toContain(
      `There is nothing at ${none}: is SEE_DATA_DIR the right folder?`,
    );
    expect(existsSync(none)).toBe(false);
    const { code, output } = await run('rollback.ts', [], { SEE_DATA_DIR: testFolder() });
    expect(output).toContain('There is no earlier release');
    expect(code).toBe(1);
  });

  it('take no option that they do not know for the command without it', async () => {
    const dir = { SEE_DATA_DIR: testFolder() };
    const unknown = await run('publish-site.ts', ['--celan'], dir);
    expect(unknown.output).toContain("Unknown option '--celan'.\nUse: npm run publish-site -- [");
    const more = await run('rollback.ts', ['a', 'b'], dir);
    expect(more.output).toContain('"b" is one name too many.\nUse: npm run rollback -- [release]');
    // As npm hands it on: npm run import folder --check
    const kept = await run('import.ts', ['.'], { ...dir, npm_config_check: 'true' });
    expect(kept.output).toContain('npm kept --check to itself: write -- before it.');
    expect([unknown.code, more.code, kept.code]).toEqual([1, 1, 1]);
    expect(readdirSync(dir.SEE_DATA_DIR)).toEqual([]);
  });

  it('say how they are used', async () => {
    const { code, output } = await run('backup.ts', ['--help'], {});
    expect(output).toBe('Use: npm run backup -- [folder] [--with-secrets]\n');
    expect(code).toBe(0);
  });

  it('are listed by the first script when one is unknown', async () => {
    const { code, output } = await run('bootstrap.mjs', ['../start'], {});
    expect(output).toContain('There is no command "../start". There are: backup, ');
    expect(code).toBe(1);
  });
});
