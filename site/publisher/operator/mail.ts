import { createTransport } from 'nodemailer';
import type { Message } from './condition.ts';
import type { OperatorSettings } from './settings.ts';

const timeoutMs = 20_000;
const tlsPort = 465;

/** Sends to the operator through the mail server that the CMS uses too. */
export function mailer(
  { host, port, from, login }: OperatorSettings,
  to: string,
): (message: Message) => Promise<void> {
  const transport = createTransport({
    host,
    port,
    secure: port === tlsPort,
    // A password goes over TLS or not at all.
    ...(login ? { auth: login, requireTLS: true } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return async ({ subject, text }) => {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      // Answers of holiday notices are of no use to anybody.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
