import { z } from 'zod';
import { mailAddress } from '../settings.ts';

/** As the CMS reads them, so that one setting holds for both. */
const environment = z.object({
  SEE_OPERATOR_MAIL: mailAddress('SEE_OPERATOR_MAIL', 'operator@see.example').optional(),
  SMTP_HOST: z.string().default('localhost'),
  SMTP_PORT: z.coerce
    .number('SMTP_PORT is not a number: write a port like 1025.')
    .int('SMTP_PORT is not a port: it must be a whole number from 1 to 65535.')
    .min(1, 'SMTP_PORT is not a port: it must be a whole number from 1 to 65535.')
    .max(65535, 'SMTP_PORT is not a port: it must be a whole number from 1 to 65535.')
    .default(1025),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().default('SEE City Platform <no-reply@localhost>'),
});

export interface OperatorSettings {
  /** Without one nothing is sent. */
  to: string | null;
  from: string;
  host: string;
  port: number;
  /** By the names that nodemailer gives them. */
  login: { user: string; pass: string } | undefined;
}

/** Throws one sentence for each variable that is wrong. */
export function readOperatorSettings(variables: NodeJS.ProcessEnv): OperatorSettings {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ message }) => `  - ${message}`);
    throw new Error(['The operator cannot be told of failures:', ...lines].join('\n'));
  }
  const values = parsed.data;
  const { SMTP_USER: user, SMTP_PASSWORD: pass } = values;
  return {
    to: values.SEE_OPERATOR_MAIL ?? null,
    from: values.MAIL_FROM,
    host: values.SMTP_HOST,
    port: values.SMTP_PORT,
    login: user && pass ? { user, pass } : undefined,
  };
}
