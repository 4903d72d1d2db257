import type { Settings } from './settings.ts';

/** Whoever watches the inbox of `npm start` is the operator, and the editors. */
const localOperator = 'operator@localhost';
const localEditors = 'editors@localhost';

/** Where mails go: to the server that is named, else into the inbox that catches all of them. */
export function mailVariables({ ports }: Settings): Record<string, string> {
  if (process.env.SMTP_HOST) return {};
  return {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.mailSmtp),
    SMTP_USER: '',
    SMTP_PASSWORD: '',
    SEE_OPERATOR_MAIL: process.env.SEE_OPERATOR_MAIL || localOperator,
    SEE_CONTACT_MAIL: process.env.SEE_CONTACT_MAIL || localEditors,
  };
}
