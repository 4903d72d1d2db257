/** A draft in the site's own templates, for the editor who writes it. */
import { print } from 'graphql';
import { z } from 'zod';
import { collections } from '../../src/collections/all.ts';
import { languages } from '../../src/languages.ts';
import type { SiteApp } from '../app/site-app.ts';
import type { Outbox } from '../outbox.ts';
import { linkRows } from '../pull/links.ts';
import { mapEntry } from '../pull/mapping.ts';
import type { BuildSettings } from '../settings.ts';
import { filesOfDraft } from './draft-files.ts';
import { addressOfDraft, markDraft } from './draft-page.ts';

export const previewRequest = z.object({
  type: z.string(),
  documentId: z.string(),
  locale: z.string().nullish(),
});
export type PreviewRequest = z.infer<typeof previewRequest>;

const rowsOfDraft = z.object({
  rows: z.array(
    z.looseObject({
      documentId: z.string(),
      locale: z.string().nullish(),
      slug: z.string().nullish(),
      stamp: z.string().nullish(),
    }),
  ),
});

/** A draft that no page can show yet; the message is for the editor. */
export class PreviewError extends Error {
  override name = 'PreviewError';
}

const isMissing = 'Something is missing that the page cannot do without:';

type PreviewSettings = Pick<BuildSettings, 'CMS_URL' | 'SITE_URL'>;

/** The page of the draft as HTML. Throws PreviewError with a sentence for the editor. */
export async function previewDraft(
  { app, outbox, settings }: { app: SiteApp; outbox: Outbox; settings: PreviewSettings },
  { type, documentId, locale }: PreviewRequest,
): Promise<string> {
  const collection = collections.find((each) => each.type === type);
  if (!collection) throw new PreviewError('Entries of this kind have no page on the site.');
  const { data, errors } = await outbox.drafts(print(collection.query), {
    filters: { documentId: { in: [documentId] } },
    start: 0,
    limit: 100,
  });
  if (errors.length > 0) {
    const missing = errors.map(({ path, message }) => nameOf(path) || message).join('; ');
    throw new PreviewError(`${isMissing} ${missing}.`);
  }
  const rows = rowsOfDraft.parse(data).rows.map((row) => ({
    ...row,
    // What was never published has no address and no date yet.
    slug: row.slug ?? 'draft',
    stamp: row.stamp ?? '',
  }));
  if (rows.length === 0) {
    throw new PreviewError('There is nothing to show yet: save the entry first.');
  }
  const language = languages.find(({ tag }) => tag === locale)?.tag ?? 'en';
  const entry = mapped(() => mapEntry(collection, documentId, rows));
  const path = addressOfDraft(collection.type, entry, language);
  if (path === null) throw new PreviewError('Entries of this kind have no page on the site.');
  const { pictures, paths } = await filesOfDraft(collection.type, entry, settings.CMS_URL);
  const draft = { type: collection.type, entry, links: linkRows(rows), pictures };
  return markDraft(await app.renderDraft(draft, path), settings.SITE_URL, paths);
}

function mapped<T>(map: () => T): T {
  try {
    return map();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PreviewError(`${isMissing} ${reason}`);
  }
}

/** `['rows', 0, 'images', 1, 'credit']` → `images 2 credit` */
function nameOf(path: readonly (string | number)[]): string {
  return path
    .slice(2)
    .map((step) => (typeof step === 'number' ? step + 1 : step))
    .join(' ');
}
