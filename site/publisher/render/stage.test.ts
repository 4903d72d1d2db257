import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { testFolder, writeFiles } from '../test-folder.ts';
import { Stage } from './stage.ts';

it('leaves the release it was made from as it is, whatever is written', async () => {
  const dir = testFolder();
  const base = writeFiles(path.join(dir, 'base'), { 'index.html': 'old', 'el/a.html': 'old a' });
  const stage = new Stage(path.join(dir, 'stage'), base);
  await stage.ready();
  stage.write('index.html', 'new');
  stage.write('el/b.html', 'new b');
  stage.remove('el/a.html');
  const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');
  expect(read(base, 'index.html')).toBe('old');
  expect(read(base, 'el/a.html')).toBe('old a');
  expect(read(stage.dir, 'index.html')).toBe('new');
  expect(read(stage.dir, 'el/b.html')).toBe('new b');
  expect(existsSync(path.join(stage.dir, 'el/a.html'))).toBe(false);
  stage.restore('index.html');
  stage.restore('el/b.html');
  expect(read(stage.dir, 'index.html')).toBe('old');
  expect(existsSync(path.join(stage.dir, 'el/b.html'))).toBe(false);
});

it('follows a release that was made of another stage', async () => {
  const dir = testFolder();
  const base = writeFiles(path.join(dir, 'base'), { 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' });
  const spare = new Stage(path.join(dir, 'spare'), base);
  const stage = new Stage(path.join(dir, 'stage'), base);
  await Promise.all([spare.ready(), stage.ready()]);
  stage.write('a.html', 'new a');
  stage.remove('b.html');
  stage.write('el/d.html', 'new d');
  spare.follow(stage.dir, stage.touched());
  const files = () => readdirSync(spare.dir, { recursive: true }).map(String).sort();
  expect(files()).toEqual(['a.html', 'c.html', 'el', 'el/d.html']);
  expect(readFileSync(path.join(spare.dir, 'a.html'), 'utf8')).toBe('new a');
  spare.write('c.html', 'another c');
  expect(spare.touched()).toEqual(new Set(['c.html']));
  spare.restore('c.html');
  expect(readFileSync(path.join(spare.dir, 'c.html'), 'utf8')).toBe('c');
});
