import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { testFolder } from '../testing/test-folder.ts';
import { DumpCounter } from './dump-counter.ts';
import { archiveIn, runSaving } from './sample-data.ts';

const dump = `--
-- PostgreSQL database dump
--
COPY public.cities (id, document_id, name) FROM stdin;
1\tabc\tΚαβάλα
2\tabc\tKavala\\nCOPY public.none (id) FROM stdin;
3\tdef\t\\N
\\.

COPY public."Odd ""name" (x) FROM stdin;
\\.

COPY other.cities (id) FROM stdin;
1
\\.
COPY public.strapi_core_store_settings (id, key) FROM stdin;
1\tcore_publishing_epoch
\\.
`;

it('the rows of a dump are counted wherever it is cut, and it is passed on as it is', async () => {
  const bytes = Buffer.from(dump);
  for (const size of [1, 7, 64, bytes.length]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const counter = new DumpCounter();
    expect(await text(Readable.from(chunks).pipe(counter))).toBe(dump);
    expect(counter.counts()).toEqual({
      cities: { rows: 3, documents: 2 },
      'Odd "name': { rows: 0 },
      strapi_core_store_settings: { rows: 1 },
    });
  }
});

/** Programs in the place of PostgreSQL's, which note what they are given. */
function fakePrograms(folder: string, psql: string): NodeJS.ProcessEnv {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const notes = `echo "$0 $* ($PGPASSWORD)" >> '${folder}/calls'`;
  writeFileSync(path.join(folder, 'dump.sql'), dump);
  writeFileSync(path.join(bin, 'pg_dump'), `#!/bin/sh\n${notes}\ncat '${folder}/dump.sql'\n`);
  writeFileSync(path.join(bin, 'psql'), `#!/bin/sh\n${notes}\n${psql}\n`);
  for (const name of ['pg_dump', 'psql']) chmodSync(path.join(bin, name), 0o755);
  return {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    DATABASE_URL: 'postgres://see:p%40ss@db.example/see',
  };
}

it('a database of PostgreSQL is saved, and loaded in one transaction', async () => {
  const folder = testFolder();
  const env = fakePrograms(folder, `cat >> '${folder}/loaded.sql'`);
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir);
  const { output } = await runSaving('backup', [folder], { ...env, SEE_DATA_DIR: dataDir });
  expect(output).toContain('4 rows in 3 tables');
  const target = path.join(folder, 'target');
  await runSaving('restore', [archiveIn(folder)], { ...env, SEE_DATA_DIR: target });
  const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n');
  expect(calls).toHaveLength(3);
  for (const call of calls) expect(call).toMatch(/postgres:\/\/see@db\.example\/see \(p@ss\)$/);
  expect(calls[2]).toContain('--single-transaction --set=ON_ERROR_STOP=1 --file=-');
  const loaded = readFileSync(path.join(folder, 'loaded.sql'), 'utf8');
  expect(loaded).toContain(dump);
  expect(loaded).toContain('IF (SELECT count(*) FROM public."Odd ""name") <> 0 THEN');
  expect(loaded).toMatch(/DELETE FROM .* WHERE key = 'core_publishing_epoch'/);
  expect(loaded).not.toContain('DROP SCHEMA');
});

it('nothing is put in place when the database refuses', async () => {
  const folder = testFolder();
  const refuse = `case "$(cat)" in *EXISTS*) ;; *) echo 'ERROR: no room' >&2; exit 3 ;; esac`;
  const env = fakePrograms(folder, refuse);
  const dataDir = path.join(folder, 'data');
  mkdirSync(path.join(dataDir, 'uploads'), { recursive: true });
  writeFileSync(path.join(dataDir, 'uploads/square.jpg'), 'x');
  await runSaving('backup', [folder], { ...env, SEE_DATA_DIR: dataDir });
  const target = path.join(folder, 'target');
  const variables = { ...env, SEE_DATA_DIR: target };
  const { code, output } = await runSaving('restore', [archiveIn(folder)], variables);
  expect(output).toContain('ERROR: no room');
  expect(code).toBe(1);
  expect(existsSync(target)).toBe(false);
});
