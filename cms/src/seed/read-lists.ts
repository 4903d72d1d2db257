import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Kind } from './kind';
import { KINDS } from './kinds-in-order';
import type { Problem } from './problem';
import { TRANSLATION_FILES } from './seed-record';
import { readDataFile } from './data-file';

/** The records of one file, unchecked. */
interface List {
  kind: Kind;
  file: string;
  list: unknown[];
}

export interface Lists {
  lists: List[];
  problems: Problem[];
  notices: string[];
}

const isData = (file: string): boolean => /\.(ya?ml|json)$/i.test(file);
const kindNames = KINDS.map(({ file }) => file).join(', ');

/** The thirteen files of the seed, all of which must be there. */
export function readSeedLists(folder: string): Lists {
  const result: Lists = { lists: [], problems: [], notices: [] };
  for (const kind of KINDS) readList({ folder, file: `${kind.file}.yaml`, kind }, result);
  return result;
}

/** A file named after a type, or a folder of such files: whatever there is of them. */
export function readGivenLists(given: string): Lists {
  const result: Lists = { lists: [], problems: [], notices: [] };
  const isFolder = existsSync(given) && statSync(given).isDirectory();
  const folder = isFolder ? given : path.dirname(given);
  const files = isFolder ? filesIn(given, result) : [path.basename(given)];
  const wanted = files.map((file) => ({ folder, file, kind: kindOf(file) }));
  for (const { kind, file } of wanted) {
    if (kind) continue;
    const message = `must be named after a type: ${kindNames}; .yaml, .yml or .json.`;
    result.problems.push({ file, record: 'whole file', path: [], message });
  }
  for (const kind of KINDS) {
    for (const each of wanted) if (each.kind === kind) readList({ ...each, kind }, result);
  }
  if (isFolder) result.problems.push(...findStrangeLanguages(given));
  if (files.length === 0) {
    const message = `holds no file of records, like ${KINDS[0]?.file ?? ''}.yaml.`;
    result.problems.push({ file: given, record: 'whole folder', path: [], message });
  }
  return result;
}

function filesIn(folder: string, { notices }: Lists): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'translations')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile() && isData(entry.name));
  for (const entry of entries.filter((each) => !files.includes(each))) {
    notices.push(`${entry.name} is no file of YAML or JSON; left out.`);
  }
  return files.map(({ name }) => name);
}

/** A language that nobody would read is told rather than passed over. */
function findStrangeLanguages(folder: string): Problem[] {
  const translations = path.join(folder, 'translations');
  if (!existsSync(translations)) return [];
  const known = Object.keys(TRANSLATION_FILES).map((name) => `${name}.yaml`);
  return readdirSync(translations)
    .filter((name) => !name.startsWith('.') && !known.includes(name))
    .map((name) => ({
      file: `translations/${name}`,
      record: 'whole file',
      path: [],
      message: `is none of ${known.join(', ')}.`,
    }));
}

function kindOf(file: string): Kind | undefined {
  return isData(file) ? KINDS.find((kind) => kind.file === path.parse(file).name) : undefined;
}

function readList(
  { folder, file, kind }: { folder: string; file: string; kind: Kind },
  { lists, problems }: Lists,
): void {
  const read = readDataFile(path.join(folder, file), file);
  if (read?.ok === false) {
    problems.push(...read.problems);
    return;
  }
  const list = z.array(z.unknown()).safeParse(read?.content);
  if (list.success) {
    lists.push({ kind, file, list: list.data });
    return;
  }
  const message = read ? 'must be a list of records.' : 'is missing.';
  problems.push({ file, record: 'whole file', path: [], message });
}
