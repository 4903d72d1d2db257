import { Transform, type TransformCallback } from 'node:stream';
import type { Counts } from './manifest.ts';

const copyLine = /^COPY public\.("(?:[^"]|"")+"|\w+) \((.*)\) FROM stdin;$/;

interface Table {
  name: string;
  rows: number;
  /** Which value of a row names its document; -1 when none does. */
  documentAt: number;
  documents: Set<string>;
}

/** Passes a dump of `pg_dump` on as it is and counts the rows of every table in it. */
export class DumpCounter extends Transform {
  readonly #counts: Counts = {};
  #table: Table | null = null;
  #rest = '';

  counts(): Counts {
    return this.#counts;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // Everything that is looked at is ASCII, so a letter cut in two between chunks does no harm.
    const lines = (this.#rest + chunk.toString('latin1')).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
    done(null, chunk);
  }

  #read(line: string): void {
    if (this.#table === null) {
      this.#table = tableOf(line);
    } else if (line === '\\.') {
      const { name, rows, documentAt, documents } = this.#table;
      this.#counts[name] = { rows, ...(documentAt < 0 ? {} : { documents: documents.size }) };
      this.#table = null;
    } else {
      this.#table.rows += 1;
      const document = line.split('\t')[this.#table.documentAt];
      if (document !== undefined && document !== '\\N') this.#table.documents.add(document);
    }
  }
}

function tableOf(line: string): Table | null {
  const [, given, columns] = copyLine.exec(line) ?? [];
  if (given === undefined || columns === undefined) return null;
  const name = given.replace(/^"|"$/g, '').replaceAll('""', '"');
  const documentAt = columns.split(', ').indexOf('document_id');
  return { name, rows: 0, documentAt, documents: new Set() };
}
