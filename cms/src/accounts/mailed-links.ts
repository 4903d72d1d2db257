import type { Core } from '@strapi/strapi';
import { memberLink } from '../mail/member-link';
import { queueMail } from '../mail/queue-mail';
import { changeAccount } from './account-row';
import { CONFIRM_MS, makeToken, RESET_MS } from './one-time-token';

interface Receiver {
  id: number;
  email: string;
  language: string | null;
}

/** Mails the link that confirms the address; links mailed before end. */
export async function mailConfirmation(strapi: Core.Strapi, receiver: Receiver): Promise<void> {
  const { id, email: to, language } = receiver;
  const { token, stored } = makeToken(CONFIRM_MS);
  await changeAccount(strapi, id, { confirmationToken: stored });
  const link = memberLink(strapi, language, '/confirm', { confirmation: token });
  await queueMail(strapi, { to, language, template: 'confirmEmail', values: { link } });
}

/** Mails the link under which a new password is chosen; links mailed before end. */
export async function mailReset(strapi: Core.Strapi, receiver: Receiver): Promise<void> {
  const { id, email: to, language } = receiver;
  const { token, stored } = makeToken(RESET_MS);
  await changeAccount(strapi, id, { resetPasswordToken: stored });
  const link = memberLink(strapi, language, '/reset', { code: token });
  await queueMail(strapi, { to, language, template: 'resetPassword', values: { link } });
}

/** Tells whoever has an account that somebody tried to make a second one for the address. */
export async function mailAlreadyRegistered(
  strapi: Core.Strapi,
  { email: to, language }: Receiver,
): Promise<void> {
  const link = memberLink(strapi, language, '');
  await queueMail(strapi, { to, language, template: 'alreadyRegistered', values: { link } });
}

export async function mailPasswordChanged(
  strapi: Core.Strapi,
  { email: to, language }: Receiver,
): Promise<void> {
  const link = memberLink(strapi, language, '/reset');
  await queueMail(strapi, { to, language, template: 'passwordChanged', values: { link } });
}
