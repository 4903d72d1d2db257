import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

type YamlFile = { ok: true; content: unknown } | { ok: false; problems: Problem[] };

/** Null when there is no such file. */
export function readYamlFile(path: string, file: string): YamlFile | null {
  const source = readIfThere(path);
  if (source === null) return null;
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter });
  if (document.errors.length === 0) return { ok: true, content: document.toJS() };
  return {
    ok: false,
    problems: document.errors.map((error) => ({
      file,
      record: `line ${lineCounter.linePos(error.pos[0]).line}`,
      path: [],
      message: `is not valid YAML: ${error.message}`,
    })),
  };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
