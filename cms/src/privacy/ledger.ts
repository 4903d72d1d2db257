import { createHmac } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';

/** What becomes of the entries of a member that are published. */
export const choiceSchema = z.enum(['keep', 'remove']);
export type Choice = z.output<typeof choiceSchema>;

const erasureSchema = z.object({
  /** documentId of the account. */
  member: z.string(),
  /** The e-mail address, as only this CMS can derive it. */
  email: z.string(),
  practices: choiceSchema,
  at: z.iso.datetime(),
});
export type Erasure = z.output<typeof erasureSchema>;

/** Backups carry this file along, and a restore adds to it what the machine knows already. */
function ledgerPath(strapi: Core.Strapi): string {
  const { dataDir }: Settings = strapi.config.get('settings');
  return path.join(dataDir, 'erasures.jsonl');
}

/** An address from which nobody without the secrets of this CMS can tell whose it is. */
export function digestEmail(strapi: Core.Strapi, email: string): string {
  const { secrets }: Settings = strapi.config.get('settings');
  return createHmac('sha256', secrets.encryption).update(email.toLowerCase()).digest('hex');
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Writes an erasure down for good: once this returns, the line survives a loss of power. */
export async function recordErasure(strapi: Core.Strapi, erasure: Erasure): Promise<void> {
  const file = ledgerPath(strapi);
  const present = await readText(file);
  // A line that a crash cut short stays a line of its own.
  const gap = present === '' || present.endsWith('\n') ? '' : '\n';
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(`${gap}${JSON.stringify(erasure)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (present === '') await syncFolder(path.dirname(file));
}

/** A new file is only there for good once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parseLine(line: string): Erasure | undefined {
  try {
    return erasureSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Every erasure that was ever begun, oldest first. */
export async function readErasures(strapi: Core.Strapi): Promise<Erasure[]> {
  const lines = (await readText(ledgerPath(strapi))).split('\n').filter(Boolean);
  return lines.flatMap((line, index) => {
    const erasure = parseLine(line);
    if (erasure) return [erasure];
    // Nothing was erased before its line was whole, so nothing is lost with this one.
    strapi.log.warn(
      `Line ${index + 1} of ${ledgerPath(strapi)} is no erasure and was passed over. Look at it.`,
    );
    return [];
  });
}
