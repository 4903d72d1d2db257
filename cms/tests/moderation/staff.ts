import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PRACTICE } from '../documents/support.js';
import { signInAs } from '../support/admin-user.js';
import { boot } from '../support/boot.js';
import { createMember } from '../support/member.js';
import { createEntry } from './entries.js';

type Asker = 'strapi-super-admin' | 'strapi-editor' | 'see-moderator' | 'strapi-author' | 'nobody';

const bodySchema = z.looseObject({
  data: z.unknown().optional(),
  meta: z.unknown().optional(),
  error: z
    .looseObject({
      message: z.string(),
      details: z
        .looseObject({
          errors: z
            .array(z.looseObject({ path: z.array(z.unknown()), message: z.string() }))
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** Where the content manager has practices. */
export const PRACTICES = `/content-manager/collection-types/${PRACTICE}`;

export const entryPath = (documentId: string, type = 'practice') =>
  `/moderation/entries/${type}/${documentId}`;

async function askAt(address: string, token: string | null, method: string, body?: object) {
  const response = await fetch(address, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = bodySchema.parse(await response.json().catch(() => ({})));
  const paths = answer.error?.details?.errors?.map(({ path }) => path.join('.'));
  return { status: response.status, ...answer, paths };
}

/** A CMS with a member, and everybody of the staff who asks it something. */
export interface Staff {
  strapi: Core.Strapi;
  /** The id of the member. */
  owner: number;
  ask: (
    role: Asker,
    method: string,
    path: string,
    body?: object,
  ) => Promise<Awaited<ReturnType<typeof askAt>>>;
  /** A practice of the member that waits for an answer. */
  submitted: () => Promise<string>;
  stop: () => Promise<void>;
}

export async function bootWithStaff(): Promise<Staff> {
  const { strapi, url, stop } = await boot({ listen: true });
  const owner = await createMember(strapi, 'owner');
  const tokens = new Map<Asker, string>();
  const tokenOf = async (role: Asker): Promise<string | null> => {
    if (role === 'nobody') return null;
    const token = tokens.get(role) ?? (await signInAs(strapi, url, role));
    tokens.set(role, token);
    return token;
  };
  return {
    strapi,
    owner,
    ask: async (role, method, path, body) => askAt(url + path, await tokenOf(role), method, body),
    submitted: () => createEntry(strapi, owner, 'submitted'),
    stop,
  };
}
