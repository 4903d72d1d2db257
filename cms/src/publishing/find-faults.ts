import type { Core } from '@strapi/strapi';
import { findByRef } from './entry-of-ref';
import type { PublisherStatus } from './publisher-status';

/** The entries that the publisher names as those at fault, each once, with what is wrong. */
export async function findFaults(strapi: Core.Strapi, status: PublisherStatus | null) {
  const heldBack = status?.heldBack ?? [];
  const last = status?.lastError ?? null;
  const isNew = last !== null && !heldBack.some(({ entry }) => entry === last.entry);
  const found = [...heldBack, ...(isNew ? [last] : [])].map(async ({ entry, message, at }) => {
    const known = await findByRef(strapi, entry);
    return known ? [{ ...known, message, at }] : [];
  });
  return (await Promise.all(found)).flat();
}
