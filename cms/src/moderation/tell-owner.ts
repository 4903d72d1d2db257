import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { isIdList } from '../documents/links/link-tree';
import { linkTreeSchema } from '../documents/links/stored-links';
import { memberLink, siteFolder } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { pageAddress } from '../publishing/page-address';
import { singularName } from '../publishing/published-entry';
import { titleOf } from './entry-title';
import type { ReviewSide } from './review-states';
import type { ReviewedRow } from './reviewed-row';
import type { ReviewedUid } from './reviewed-types';

/** Where the member finds an entry of each type, and answers what is said of it. */
const PAGES: Readonly<Record<ReviewedUid, string>> = {
  'api::practice.practice': '/practices/edit',
  'api::adaptation.adaptation': '/adaptations',
  'api::notice.notice': '/notices',
};

/** Each change of state has a mail of its own. */
const TEMPLATES: Readonly<Record<ReviewSide, Readonly<Record<string, Told>>>> = {
  member: {
    edit: 'draftAgain',
    submit: 'submitted',
    withdraw: 'takenBack',
    reopen: 'draftAgain',
    requestRemoval: 'removalRequested',
  },
  editor: {
    askForChanges: 'changesRequested',
    accept: 'accepted',
    decline: 'declined',
    unpublish: 'unpublished',
    reopen: 'reopened',
    correct: 'corrected',
    keep: 'kept',
    delete: 'deleted',
  },
};

type Told =
  | 'draftAgain'
  | 'submitted'
  | 'takenBack'
  | 'removalRequested'
  | 'changesRequested'
  | 'accepted'
  | 'declined'
  | 'unpublished'
  | 'reopened'
  | 'corrected'
  | 'kept'
  | 'deleted';

const textSchema = z.string().min(1);

/** The page of an entry that another one is about, from the root of the site. */
async function pageOfTarget(strapi: Core.Strapi, row: ReviewedRow): Promise<string | null> {
  const links = linkTreeSchema.safeParse(row.links).data ?? {};
  for (const type of ['practice', 'methodology'] as const) {
    const ids = links[type];
    if (!Array.isArray(ids) || !isIdList(ids)) continue;
    const where = { documentId: ids[0] };
    const target: unknown = await strapi.db.query(`api::${type}.${type}`).findOne({ where });
    const { data } = z.object({ slug: z.string() }).safeParse(target);
    if (data) return pageAddress(type, data, 'en');
  }
  return null;
}

/** Where readers find the entry, in the member's language. */
async function liveAddress(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  row: ReviewedRow,
  language: string | null,
): Promise<string> {
  const { siteUrl }: Settings = strapi.config.get('settings');
  const slug = textSchema.safeParse(row.slug).data ?? null;
  const page =
    uid === 'api::notice.notice'
      ? '/notices'
      : (pageAddress(singularName(uid), { slug }, 'en') ?? (await pageOfTarget(strapi, row)));
  return siteUrl + siteFolder(language) + (page ?? '');
}

interface News {
  uid: ReviewedUid;
  row: ReviewedRow;
  by: ReviewSide;
  action: string;
  message: string | null;
}

/** Has the owner told what became of an entry, in the owner's language; nothing for what has no mail. */
export async function tellOwner(strapi: Core.Strapi, news: News): Promise<void> {
  const { uid, row, by, action, message } = news;
  const template = TEMPLATES[by][action];
  if (!row.owner || !template) return;
  const { email, language } = row.owner;
  await queueMail(strapi, {
    to: email,
    language,
    template,
    values: {
      title: titleOf(uid, row),
      message: message ?? '',
      live: await liveAddress(strapi, uid, row, language),
      link: memberLink(strapi, language, PAGES[uid], { id: row.documentId }),
    },
  });
}
