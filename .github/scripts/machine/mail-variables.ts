import type { Settings } from './settings.ts';

/** Whoever watches the inbox of `npm start` is the operator. */
const localOperator = 'operator@localhost';

/** Where mails go: to the server that is named, else into the inbox that catches all of them. */
export function mailVariables({ ports }: Settings): Record<string, string> {
  if (process.env.SMTP_HOST) return {};
  return {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.mailSmtp),
    SEE_OPERATOR_MAIL: process.env.SEE_OPERATOR_MAIL || localOperator,
  };
}
