import { z } from 'zod';
import lists from '../../contract/lists.json';

const MAX_ADDRESS = 254;
const MAX_GIVEN = 1000;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(MAX_ADDRESS)
  .pipe(z.email({ error: 'This is not an e-mail address' }));

const oneLine = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]*$/u, 'Write it on one line');
const secret = z.string().min(1).max(MAX_GIVEN);

const displayName = oneLine.min(1).max(120);
const language = z.enum(lists.language);

interface NewPassword {
  password: string;
  passwordConfirmation?: string | undefined;
}

const isRepeated = ({ password, passwordConfirmation = password }: NewPassword) =>
  passwordConfirmation === password;

const NOT_REPEATED = {
  path: ['passwordConfirmation'],
  error: 'This is not the same as the password',
};

export const registerBody = z.strictObject({
  /** Taken from clients that know Strapi's form; the server makes the name itself. */
  username: z.string().max(MAX_GIVEN).optional(),
  email,
  password: secret,
  displayName,
  language,
  consentVersion: oneLine.min(1).max(20),
});

export const signInBody = z.strictObject({
  identifier: z.string().trim().min(1).max(MAX_ADDRESS),
  password: secret,
});

export const addressBody = z.strictObject({ email });

export const confirmBody = z.strictObject({ confirmation: secret });

export const emptyBody = z.strictObject({});

const newPassword = { password: secret, passwordConfirmation: z.string().optional() };

export const resetBody = z
  .strictObject({ code: secret, ...newPassword })
  .refine(isRepeated, NOT_REPEATED);

export const changeBody = z
  .strictObject({ currentPassword: secret, ...newPassword })
  .refine(isRepeated, NOT_REPEATED);

/** What a member may change of the own account; a key that is not there stays as it is. */
export const profileBody = z
  .strictObject({
    displayName,
    language,
    /** Ref of a published city. */
    city: z.string().max(20).nullable(),
    organisationText: oneLine.max(160).nullable(),
    acceptsContact: z.boolean(),
  })
  .partial();
