import type { Core } from '@strapi/strapi';
import { EntryWriter } from './entry-writer';
import type { Kind } from './kind';
import { KINDS } from './kinds-in-order';
import { readLedger, rowKey, writeLedger, type Ledger, type Origin } from './ledger';
import { decide, rowsOf, whatIsSaid, type Before, type Row } from './plan';
import { SeedError, type Problem } from './problem';
import { refusalOf } from './refusal';
import type { Seed } from './seed-record';
import { readStoredRows } from './stored-rows';
import { describeTally, emptyTally, type Tally } from './tally';

export interface Outcome {
  tallies: readonly Tally[];
  notices: readonly string[];
}

export interface FillOptions {
  /** Who writes; the seed unless it is said. */
  origin?: Origin;
  /** New and changed entries wait for an editor to publish them. */
  asDrafts?: boolean;
  /** Everything is done and then undone. */
  isTrial?: boolean;
  /** Is told in a line what is done, or begun when it takes long. */
  onProgress?: (line: string) => void;
}

interface Work {
  strapi: Core.Strapi;
  writer: EntryWriter;
  before: Before;
  /** Rows written in this run: they get a new note in the ledger at the end. */
  written: Row[];
  notices: string[];
  /** What the rules of the content model refused. */
  problems: Problem[];
}

/** Thrown to undo a trial. */
class TrialOver extends Error {
  override readonly name = 'TrialOver';
}

/**
 * Brings the database to what the files say, leaving editors' work alone. All or nothing:
 * a failure in the middle leaves the database as it was.
 * @throws {SeedError} naming every record that the rules of the content model refused.
 */
export async function fill(
  strapi: Core.Strapi,
  seed: Seed,
  options: FillOptions = {},
): Promise<Outcome> {
  let outcome: Outcome = { tallies: [], notices: [] };
  try {
    await strapi.db.transaction(async () => {
      outcome = await fillAll(strapi, seed, options);
      if (options.isTrial) throw new TrialOver();
    });
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error;
  }
  return outcome;
}

async function fillAll(
  strapi: Core.Strapi,
  seed: Seed,
  { origin = 'seed', asDrafts = false, onProgress }: FillOptions,
): Promise<Outcome> {
  const origins: Origin[] = origin === 'seed' ? ['seed'] : ['import', 'seed'];
  const ledgers: Ledger[] = [];
  for (const each of origins) ledgers.push(await readLedger(strapi, each));
  const work: Work = {
    strapi,
    writer: new EntryWriter(strapi, !asDrafts),
    before: { origin, ledgers, publishes: !asDrafts },
    written: [],
    notices: [],
    problems: [],
  };
  const tallies: Tally[] = [];
  for (const kind of KINDS) {
    const tally = await fillKind(kind, seed, work);
    onProgress?.(describeTally(tally));
    tallies.push(tally);
  }
  const { writer, written } = work;
  if (written.length > 0) onProgress?.(`relations and parts of ${written.length} rows …`);
  for (const row of written) await attempt(work, row, () => writer.writeRelationsAndParts(row));
  if (!asDrafts) {
    const records = new Set(written.map((row) => row.record));
    if (records.size > 0) onProgress?.(`publishing ${records.size} records …`);
    for (const record of records) {
      await attempt(work, { record, locale: 'en' }, () => writer.publish(record));
    }
  }
  if (work.problems.length > 0) throw new SeedError(work.problems);
  await noteWrittenRows(work);
  return { tallies, notices: work.notices };
}

async function fillKind(kind: Kind, seed: Seed, work: Work): Promise<Tally> {
  const records = seed.records.filter((record) => record.kind === kind);
  const stored = await readStoredRows(work.strapi, kind.uid);
  work.writer.know(kind.uid, stored);
  const tally = emptyTally(kind.file);
  for (const row of records.flatMap(rowsOf)) {
    const decision = decide(row, stored, work.before);
    tally.count(row.locale, decision);
    if ('notice' in decision) work.notices.push(decision.notice);
    if (decision.action === 'leave') continue;
    if (row.locale !== 'en' && !work.writer.knows(row.record.ref)) continue;
    const isWritten = await attempt(work, row, () => work.writer.writePlainValues(row));
    if (isWritten) work.written.push(row);
  }
  const isLiveAtOnce = !work.before.publishes && !work.writer.hasDrafts(kind.uid);
  if (isLiveAtOnce && tally.created + tally.updated > 0) {
    work.notices.push(`${kind.file} have no drafts: they are published.`);
  }
  return tally;
}

/** Collects what the rules refuse, so that all of it is told at once. */
async function attempt(
  work: Work,
  row: Pick<Row, 'record' | 'locale'>,
  write: () => Promise<void>,
): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const problems = refusalOf(row, error);
    if (!problems) throw error;
    work.problems.push(...problems);
    return false;
  }
}

async function noteWrittenRows({ strapi, writer, written, before }: Work): Promise<void> {
  if (written.length === 0) return;
  const next: Ledger = { ...before.ledgers[0] };
  for (const uid of new Set(written.map((row) => row.record.kind.uid))) {
    const stored = await readStoredRows(strapi, uid);
    const waits = !before.publishes && writer.hasDrafts(uid);
    for (const row of written.filter(({ record }) => record.kind.uid === uid)) {
      const key = rowKey(row.record.ref, row.locale);
      const now = stored.get(key);
      if (!now) throw new Error(`${key} was written from the files, but cannot be read back.`);
      const { digest: stood, published } = now;
      next[key] = { said: whatIsSaid(row), stood, ...(waits ? { published } : {}) };
    }
  }
  await writeLedger(strapi, before.origin, next);
}
