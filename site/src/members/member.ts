import { fieldsOf, textOf } from './unknown.ts';

/** Who is signed in, as the CMS tells. */
export interface Member {
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  readonly city: string | null;
  readonly organisationText: string;
  readonly acceptsContact: boolean;
}

/** Reads the answer of `GET /api/me`. */
export function readMember(answer: unknown): Member {
  const data = fieldsOf(fieldsOf(answer).data);
  return {
    email: textOf(data.email),
    displayName: textOf(data.displayName) || textOf(data.username),
    language: textOf(data.language),
    city: textOf(data.city) || null,
    organisationText: textOf(data.organisationText),
    acceptsContact: data.acceptsContact === true,
  };
}

const { promise, resolve } = Promise.withResolvers<Member>();

/** Resolves once somebody is signed in and the page is shown. */
export const memberInside: Promise<Member> = promise;
export const letIn: (member: Member) => void = resolve;
