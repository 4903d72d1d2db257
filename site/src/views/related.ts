/** Records around a record, as its page names them. */
import { challenges } from '../collections/challenges.ts';
import { type Instrument, instruments } from '../collections/instruments.ts';
import { name, type Phrase } from '../collections/localised.ts';
import type { Organisation } from '../collections/organisations.ts';
import { type Resource, resources } from '../collections/resources.ts';
import type { Strategy } from '../collections/strategies.ts';
import { countryName } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, fileUrl, placeUrl } from '../urls.ts';
import { type EntryLink, linkChallenge } from './entry-link.ts';

export function viewChallenges(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[] | undefined,
): EntryLink[] {
  return snapshot.linked(challenges, ids).map((each) => linkChallenge(language, each));
}

/** The bodies that keep a strategy going, named by it or by themselves. */
export function bodiesOf(snapshot: Snapshot, strategy: Strategy): Instrument[] {
  return unique([
    ...snapshot.linked(instruments, strategy.links.instruments),
    ...snapshot.referring(instruments, 'strategy', strategy.id),
  ]);
}

export type RelatedDocument = EntryLink & { readonly kind: string; readonly url: string | null };

/** A document in the list of resources, and its own address where it has one. */
export function viewDocuments(
  snapshot: Snapshot,
  language: Language,
  ids: readonly string[] | undefined,
): RelatedDocument[] {
  return snapshot.linked(resources, ids).map((resource: Resource) => ({
    ref: resource.ref,
    title: name(resource.text, 'title', language),
    href: `${placeUrl(language, 'resources')}#${anchorOf(resource.ref)}`,
    kind: label(language, 'resourceKind', resource.kind),
    url: resource.url ?? (resource.file && fileUrl(resource.file.name)),
  }));
}

export type RelatedOrganisation = {
  readonly ref: string;
  readonly name: Phrase;
  readonly localName: string | null;
  readonly kind: string;
  readonly country: string;
  readonly role: string | null;
  readonly website: string | null;
};

export function viewOrganisation(
  language: Language,
  organisation: Organisation,
): RelatedOrganisation {
  return {
    ref: organisation.ref,
    // Organisations are kept under their English name only.
    name: { text: organisation.name, lang: language === 'en' ? null : 'en' },
    localName: organisation.localName === organisation.name ? null : organisation.localName,
    kind: label(language, 'actorType', organisation.actorType),
    country: countryName(language, organisation.country),
    role: organisation.statusRole && label(language, 'statusRole', organisation.statusRole),
    website: organisation.website,
  };
}

/** Each entry once, in the order of its first place. */
export function unique<E extends { readonly id: string }>(entries: readonly E[]): E[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
