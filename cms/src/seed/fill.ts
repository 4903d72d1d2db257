import type { Core } from '@strapi/strapi';
import { EntryWriter } from './entry-writer';
import type { Kind } from './kind';
import { KINDS } from './kinds-in-order';
import { readLedger, rowKey, writeLedger, type Ledger } from './ledger';
import { decide, rowsOf, whatIsSaid, type Row } from './plan';
import type { Seed } from './seed-record';
import { readStoredRows } from './stored-rows';
import { emptyTally, type Tally } from './tally';

export interface Outcome {
  tallies: readonly Tally[];
  notices: readonly string[];
}

interface Work {
  strapi: Core.Strapi;
  writer: EntryWriter;
  ledger: Ledger;
  /** Rows written in this run: they get a new note in the ledger at the end. */
  written: Row[];
  notices: string[];
}

/**
 * Brings the database to what the files say, leaving editors' work alone. All or nothing:
 * a failure in the middle leaves the database as it was.
 */
export async function fill(
  strapi: Core.Strapi,
  seed: Seed,
  onProgress: (tally: Tally) => void = () => undefined,
): Promise<Outcome> {
  return strapi.db.transaction(async () => {
    const work: Work = {
      strapi,
      writer: new EntryWriter(strapi),
      ledger: await readLedger(strapi),
      written: [],
      notices: [],
    };
    const tallies: Tally[] = [];
    for (const kind of KINDS) {
      const tally = await fillKind(kind, seed, work);
      onProgress(tally);
      tallies.push(tally);
    }
    await work.writer.writeRelationsAndParts();
    await work.writer.publish();
    await noteWrittenRows(work);
    return { tallies, notices: work.notices };
  });
}

async function fillKind(kind: Kind, seed: Seed, work: Work): Promise<Tally> {
  const records = seed.records.filter((record) => record.kind === kind);
  const stored = await readStoredRows(work.strapi, kind.uid);
  work.writer.know(kind.uid, stored);
  const tally = emptyTally(kind.file);
  for (const row of records.flatMap(rowsOf)) {
    const decision = decide(row, stored, work.ledger);
    tally.count(row.locale, decision);
    if ('notice' in decision) work.notices.push(decision.notice);
    if (decision.action === 'leave') continue;
    if (row.locale !== 'en' && !work.writer.knows(row.record.ref)) continue;
    await work.writer.writePlainValues(row);
    work.written.push(row);
  }
  return tally;
}

async function noteWrittenRows({ strapi, written, ledger }: Work): Promise<void> {
  if (written.length === 0) return;
  const next: Ledger = { ...ledger };
  for (const uid of new Set(written.map((row) => row.record.kind.uid))) {
    const stored = await readStoredRows(strapi, uid);
    for (const row of written.filter(({ record }) => record.kind.uid === uid)) {
      const key = rowKey(row.record.ref, row.locale);
      const now = stored.get(key);
      if (!now) throw new Error(`${key} was written by the seed, but cannot be read back.`);
      next[key] = { said: whatIsSaid(row), stood: now.digest };
    }
  }
  await writeLedger(strapi, next);
}
