import type { Core } from '@strapi/strapi';
import type { Template, Values } from './templates';

export const MAIL_JOB = 'api::mail-job.mail-job';

export interface Mail<T extends Template> {
  to: string;
  /** Value of the list "language"; mails exist in five of them, the rest reads English. */
  language: string | null;
  template: T;
  values: Values<T>;
}

/**
 * Has a mail sent, as soon as the running transaction is committed and a mail server takes it:
 * `queueMail(strapi, { to, language, template: 'declined', values: { title, message, link } })`.
 * Nothing is sent while a request is answered.
 */
export async function queueMail<T extends Template>(
  strapi: Core.Strapi,
  { to, language, template, values }: Mail<T>,
): Promise<void> {
  const now = new Date();
  await strapi.db.query(MAIL_JOB).create({
    data: {
      to,
      language: language ?? 'en',
      template,
      values,
      queuedAt: now,
      nextTryAt: now,
      tries: 0,
    },
  });
}
