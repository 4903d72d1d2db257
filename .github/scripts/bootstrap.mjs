/*
 * The first script that runs: plain JavaScript for Node 20, with nothing installed yet.
 * It brings pnpm, the packages and the pinned Node, then hands over to the command.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const pnpm = 'pnpm@12.21.0';
const scripts = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(scripts, '../..');
const binaries = path.join(root, 'node_modules/.bin');
const stampFile = path.join(root, 'node_modules/.see-installed');

const [command = '', ...rest] = process.argv.slice(2);

const major = Number(process.versions.node.split('.')[0]);
if (major < oldestNode) {
  end(
    `This needs Node ${oldestNode} or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
}
const commands = readdirSync(scripts)
  .filter((name) => /^[a-z][a-z0-9-]*\.ts$/.test(name))
  .map((name) => name.slice(0, -'.ts'.length));
if (!commands.includes(command)) {
  end(`There is no command "${command}". There are: ${commands.join(', ')}.`);
}
await install();
handOver();

async function install() {
  const wanted = digestOfManifests();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s`;
  console.log('Installing the packages of the lock file (a few minutes the first time) …');
  // In CI mode pnpm asks nothing and never changes the lock file.
  const child = spawn(
    'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'],
    { cwd: root, env: { ...process.env, CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const lines = [];
  const keep = (chunk) => lines.push(...String(chunk).split('\n').filter(Boolean));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const heartbeat = setInterval(() => {
    const progress = lines.findLast((line) => line.startsWith('Progress:')) ?? '';
    console.log(`${seconds()}  ${progress}`);
  }, 15_000);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      lines.push(error.message);
      resolve(1);
    });
    child.once('close', resolve);
  });
  clearInterval(heartbeat);
  if (code !== 0) {
    end(
      `${lines.slice(-25).join('\n')}\nThe packages could not be installed. The npm registry must be reachable; then run the command again.`,
    );
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  console.log(`${seconds()}  packages installed`);
}

function digestOfManifests() {
  const digest = createHash('sha256');
  const manifests = ['package.json', 'cms/package.json', 'site/package.json'];
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    const file = path.join(root, name);
    if (existsSync(file)) digest.update(readFileSync(file));
    digest.update('\0');
  }
  return digest.digest('hex');
}

function handOver() {
  const node = path.join(binaries, 'node');
  if (spawnSync(node, ['--version']).status !== 0) {
    end(
      'The pinned Node of the package "node" does not run here. Delete node_modules and run the command again.',
    );
  }
  // The command ends itself when the channel closes: nothing outlives this process.
  const child = spawn(node, [path.join(scripts, `${command}.ts`), ...rest], {
    cwd: root,
    env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}` },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  stopWithStarter(child);
  child.once('error', (error) => end(`The command "${command}" could not start: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/**
 * npm passes no signal on to what it runs through a shell: when it is killed, or the shell between
 * is, this process would stay. So it looks whether those that started it are still there.
 */
function stopWithStarter(child) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const isShell = /sh$/.test(readOr(`/proc/${shell}/comm`).trim());
  const npm = isShell ? parentOf(shell) : '';
  const watch = setInterval(() => {
    const isThere = process.ppid === shell && (!isShell || parentOf(shell) === npm);
    if (isThere) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}

function parentOf(pid) {
  return (
    readOr(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[1] ?? ''
  );
}

function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function end(sentence) {
  console.error(sentence);
  process.exit(1);
}
