import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

type DataFile = { ok: true; content: unknown } | { ok: false; problems: Problem[] };

/** Reads a file of YAML or JSON; null when there is none. */
export function readDataFile(path: string, file: string): DataFile | null {
  const source = readIfThere(path);
  if (source === null) return null;
  return file.toLowerCase().endsWith('.json') ? readJson(source, file) : readYaml(source, file);
}

function readJson(source: string, file: string): DataFile {
  try {
    return { ok: true, content: JSON.parse(source) };
  } catch (error) {
    return { ok: false, problems: [wholeFile(file, `is not valid JSON: ${reasonOf(error)}`)] };
  }
}

function readYaml(source: string, file: string): DataFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter });
  const problems = document.errors.map((error) => ({
    file,
    record: `line ${lineCounter.linePos(error.pos[0]).line}`,
    path: [],
    message: `is not valid YAML: ${error.message}`,
  }));
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, content: document.toJS() };
  } catch (error) {
    // Aliases that unfold into more than memory holds are found only here.
    return { ok: false, problems: [wholeFile(file, `cannot be read: ${reasonOf(error)}`)] };
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const wholeFile = (file: string, message: string): Problem => ({
  file,
  record: 'whole file',
  path: [],
  message,
});

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Beside a single file there is no folder of translations.
    const isMissing =
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR'].includes(String(error.code));
    if (isMissing) return null;
    throw error;
  }
}
