import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine } from '../machine/command-line.ts';

const rowNames = ['1', '2', '3', '4', '5', '6', '7', '8', '8b'] as const;
export type RowName = (typeof rowNames)[number];

export interface Options {
  /** How many practices there are. */
  readonly entries: number;
  readonly rows: ReadonlySet<RowName>;
  /** Where the figures are written as JSON. */
  readonly json: string | null;
  /** Where they are drawn as SVG. */
  readonly picture: string | null;
  /** A folder that keeps what was generated, and profiles, for the next run; none by default. */
  readonly keep: string | null;
  /** Records where the publisher spends its time, as files for the profiler of Node. */
  readonly profile: boolean;
}

const use =
  'npm run bench -- [--entries <n>] [--only <rows>] [--json <file>] [--picture <file>] [--keep <folder>] [--profile]';

/** Reads the command line. Throws a sentence for what it cannot use. */
export function readOptions(): Options {
  const { values } = readCommandLine(use, {
    entries: { type: 'string', default: '10000' },
    only: { type: 'string', default: rowNames.join(',') },
    json: { type: 'string' },
    picture: { type: 'string' },
    keep: { type: 'string' },
    profile: { type: 'boolean', default: false },
  });
  const entries = Number(values.entries);
  if (!Number.isInteger(entries) || entries < 60 || entries > 100_000) {
    throw new Error('--entries takes a whole number from 60 to 100000.');
  }
  return {
    entries,
    rows: new Set(values.only.split(',').map((name) => readRow(name.trim()))),
    json: readFile('json', values.json),
    picture: readFile('picture', values.picture),
    keep: values.keep ? path.resolve(values.keep) : null,
    profile: values.profile,
  };
}

/** Found out before hours of measuring, not after. */
function readFile(option: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  const file = path.resolve(given);
  const folder = path.dirname(file);
  if (existsSync(folder)) return file;
  throw new Error(`--${option} names a file in a folder that is not there: ${folder}.`);
}

function readRow(given: string): RowName {
  const row = rowNames.find((name) => name === given);
  if (!row) throw new Error(`--only takes ${rowNames.join(', ')}, and "${given}" is none of them.`);
  return row;
}
