/** The CMS's list of what changed: told to the publisher until a release holds it. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { CmsError } from '../src/cms/client.ts';
import { collections } from '../src/collections/all.ts';
import type { EntryType } from '../src/collections/collection.ts';
import type { Ids } from './pull/pull.ts';

const timeoutMs = 10_000;

const answer = z.object({
  data: z.array(
    z.object({
      sequence: z.int(),
      type: z.string(),
      documentId: z.string(),
      change: z.enum(['publish', 'unpublish', 'delete', 'media', 'erase']),
    }),
  ),
  epoch: z.string(),
  mail: z.object({
    waiting: z.int(),
    oldestAt: z.iso
      .datetime()
      .transform((at) => new Date(at))
      .nullable(),
  }),
});

const drafts = z.object({
  data: z.unknown(),
  errors: z
    .array(
      z.object({ message: z.string(), path: z.array(z.union([z.string(), z.int()])).default([]) }),
    )
    .default([]),
});

export interface Changes {
  readonly sequences: readonly number[];
  /** Entries that changed. */
  readonly told: Ids;
  /** Those of them that somebody took away. */
  readonly explained: Ids;
  readonly isErasure: boolean;
  /** Another one than before means another database: a restored one, say. */
  readonly epoch: string;
}

/** Mails to members that no mail server has taken yet. */
export interface MailQueue {
  readonly waiting: number;
  readonly oldestAt: Date | null;
}

export class Outbox {
  readonly #cmsUrl: string;
  readonly #secret: string;
  #mail: MailQueue = { waiting: 0, oldestAt: null };

  constructor(cmsUrl: string, secret: string) {
    this.#cmsUrl = cmsUrl;
    this.#secret = secret;
  }

  /** What no release holds yet. Throws CmsError when the CMS does not answer. */
  async read(): Promise<Changes> {
    const { data, epoch, mail } = answer.parse(await this.#ask('GET', '/api/publishing/changes'));
    this.#mail = mail;
    return {
      sequences: data.map(({ sequence }) => sequence),
      told: idsOf(data),
      explained: idsOf(data.filter(({ change }) => /^(unpublish|delete|erase)$/.test(change))),
      isErasure: data.some(({ change }) => change === 'erase'),
      epoch,
    };
  }

  /** As the CMS told when it was last asked for changes. */
  mail(): MailQueue {
    return this.#mail;
  }

  /** The answer to a query of the contract from drafts, which may lack what is required. */
  async drafts(query: string, variables: object): Promise<z.output<typeof drafts>> {
    return drafts.parse(await this.#ask('POST', '/api/publishing/drafts', { query, variables }));
  }

  /** Tells that a release holds these changes. */
  async done(sequences: readonly number[], release: string): Promise<void> {
    if (sequences.length === 0) return;
    const at = new Date().toISOString();
    await this.#ask('POST', '/api/publishing/changes/done', { sequences, release, at });
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const timestamp = String(Date.now());
    const rawBody = body === undefined ? '' : JSON.stringify(body);
    const signature = createHmac('sha256', this.#secret)
      .update(`${timestamp}.${method}.${path}.${rawBody}`)
      .digest('hex');
    let response: Response;
    try {
      response = await fetch(new URL(path, this.#cmsUrl), {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-See-Timestamp': timestamp,
          'X-See-Signature': signature,
        },
        signal: AbortSignal.timeout(timeoutMs),
        ...(rawBody === '' ? {} : { body: rawBody }),
      });
    } catch (cause) {
      throw new CmsError(`The CMS at ${this.#cmsUrl} cannot be asked what changed.`, { cause });
    }
    if (!response.ok) {
      throw new CmsError(
        `The CMS refused to say what changed, with status ${String(response.status)}: ${(await response.text()).slice(0, 200)}`,
      );
    }
    return response.status === 204 ? null : response.json();
  }
}

function idsOf(rows: readonly { type: string; documentId: string }[]): Ids {
  const ids = new Map<EntryType, Set<string>>();
  for (const { type, documentId } of rows) {
    const known = collections.find((collection) => collection.type === type);
    if (known) ids.set(known.type, (ids.get(known.type) ?? new Set()).add(documentId));
  }
  return ids;
}
