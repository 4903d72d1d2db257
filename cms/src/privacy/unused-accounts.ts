import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ACCOUNT } from '../accounts/account-row';
import { memberLink, siteFolder } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { applyErasure, eraseMember } from './erase-member';
import { addMonths, daysBefore } from './time-limits';

const UNCONFIRMED_DAYS = 7;
const WARNED_AFTER_MONTHS = 23;
const ERASED_AFTER_MONTHS = 24;
const PAGE = 100;

type Where = Record<string, unknown>;

const foundSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  language: z.string().nullable(),
  createdAt: z.coerce.date(),
  lastSeenAt: z.coerce.date().nullable(),
});
type Found = z.output<typeof foundSchema>;

/** Not signed in since, or never, and registered before. */
const unseenSince = (time: Date): Where => ({
  $or: [{ lastSeenAt: { $lt: time } }, { lastSeenAt: { $null: true }, createdAt: { $lt: time } }],
});

const isConfirmed = { confirmed: true };
const isUnconfirmed = { $not: isConfirmed };

async function forEachAccount(
  strapi: Core.Strapi,
  due: Where,
  act: (account: Found) => Promise<void>,
): Promise<void> {
  for (let after = 0; ;) {
    const rows: unknown = await strapi.db.query(ACCOUNT).findMany({
      select: Object.keys(foundSchema.shape),
      where: { $and: [due, { id: { $gt: after } }] },
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    const accounts = z.array(foundSchema).parse(rows);
    for (const account of accounts) await act(account);
    const last = accounts.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Marks an account if it is due still: it may have been used since it was found. */
async function mark(
  strapi: Core.Strapi,
  { id }: Found,
  due: Where,
  data: Record<string, unknown>,
): Promise<boolean> {
  const where = { $and: [due, { id }] };
  return (await strapi.db.query(ACCOUNT).updateMany({ where, data })).count === 1;
}

/** Removes accounts whose address nobody has confirmed within a week. */
export async function removeUnconfirmed(strapi: Core.Strapi, now: Date): Promise<void> {
  const due = { $and: [isUnconfirmed, { createdAt: { $lt: daysBefore(now, UNCONFIRMED_DAYS) } }] };
  await forEachAccount(strapi, due, async (account) => {
    if (!(await mark(strapi, account, due, { blocked: true }))) return;
    // Nothing is mailed: the address may be that of somebody who never registered.
    await applyErasure(strapi, account.id, 'keep', { isTold: false });
  });
}

/** The mails to Serbia's members are written in the Latin script. */
const LOCALES: Readonly<Record<string, string>> = {
  '/el': 'el',
  '/ro': 'ro',
  '/it': 'it',
  '/sr': 'sr-Latn',
};

function sayDay(language: string | null, day: Date): string {
  const locale = LOCALES[siteFolder(language)] ?? 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** Warns, once, whoever has not signed in for almost two years. */
export async function warnInactive(strapi: Core.Strapi, now: Date): Promise<void> {
  const due = {
    $and: [
      isConfirmed,
      unseenSince(addMonths(now, -WARNED_AFTER_MONTHS)),
      { inactiveWarnedAt: { $null: true } },
    ],
  };
  const monthLeft = addMonths(now, ERASED_AFTER_MONTHS - WARNED_AFTER_MONTHS);
  await forEachAccount(strapi, due, async (account) => {
    await strapi.db.transaction(async () => {
      if (!(await mark(strapi, account, due, { inactiveWarnedAt: now }))) return;
      const { email: to, language, lastSeenAt, createdAt } = account;
      const end = addMonths(lastSeenAt ?? createdAt, ERASED_AFTER_MONTHS);
      const date = sayDay(language, end > monthLeft ? end : monthLeft);
      const values = { date, link: memberLink(strapi, language, '') };
      await queueMail(strapi, { to, language, template: 'inactiveWarning', values });
    });
  });
}

/** Erases whoever was warned a month ago and has not signed in for two years. */
export async function eraseInactive(strapi: Core.Strapi, now: Date): Promise<void> {
  const warnedBefore = addMonths(now, WARNED_AFTER_MONTHS - ERASED_AFTER_MONTHS);
  const due = {
    $and: [
      isConfirmed,
      unseenSince(addMonths(now, -ERASED_AFTER_MONTHS)),
      { inactiveWarnedAt: { $lte: warnedBefore } },
    ],
  };
  await forEachAccount(strapi, due, async (account) => {
    if (await mark(strapi, account, due, { blocked: true })) {
      await eraseMember(strapi, account, 'keep');
    }
  });
}
