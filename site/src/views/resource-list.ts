/** Documents and books by kind, each with what it belongs to. */
import { cities } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { name, phrase } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { organisations } from '../collections/organisations.ts';
import { projects } from '../collections/projects.ts';
import { type Resource, resources } from '../collections/resources.ts';
import { strategies } from '../collections/strategies.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { anchorOf, listUrl, placeUrl } from '../urls.ts';
import { cut, viewMore } from './cut.ts';
import { practicesAt } from './cut-practices.ts';
import {
  type EntryLink,
  linkCity,
  linkInstrument,
  linkMethodology,
  linkPractice,
  linkProject,
  linkStrategy,
} from './entry-link.ts';
import { briefPractices } from './practice-brief.ts';
import { viewOrganisation } from './related.ts';
import { viewUpload } from './uploads.ts';

/** In the order of the page. */
const kinds = [
  'document',
  'book',
  'template',
  'charter',
  'dataset',
  'map',
  'video',
  'link',
] as const;

export function viewResourceList(snapshot: Snapshot, language: Language) {
  const t = translator(language);
  const { compare } = new Intl.Collator(language);
  const all = snapshot.all(resources).map((each) => viewResource(snapshot, language, each));
  return {
    path: placeUrl(language, 'resources'),
    count: all.length,
    kinds: kinds.flatMap((kind) => {
      const members = all
        .filter((each) => each.kind === kind)
        .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || compare(a.title.text, b.title.text));
      return members.length === 0
        ? []
        : [{ kind, title: t(`resources.kind.${kind}`), resources: members }];
    }),
  };
}

export type ListedResource = ReturnType<typeof viewResource>;

function viewResource(snapshot: Snapshot, language: Language, resource: Resource) {
  const { ref, kind, year, languages, pages, isbn, doi, authors, checkedOn, sources } = resource;
  const { licence, accessibility, url } = resource;
  return {
    ...{ ref, kind, year, languages, pages, isbn, doi, authors, checkedOn, sources },
    ...{ licence, accessibility, url },
    id: anchorOf(ref),
    upload:
      resource.file && viewUpload(language, resource.file, name(resource.text, 'title', language)),
    title: name(resource.text, 'title', language),
    description: phrase(resource.text, 'description', language),
    publishers: snapshot
      .linked(organisations, resource.links.publisher)
      .map((each) => viewOrganisation(language, each)),
    towns: snapshot.linked(cities, resource.links.cities).map((each) => linkCity(language, each)),
    belongsTo: ownersOf(snapshot, language, resource),
  };
}

type Owner = Pick<EntryLink, 'href' | 'title'>;

/** So many practices stand in the line of a document; the rest is counted. */
const namedPractices = 20;

/** Records that name it: the other end of every relation to a document. */
function ownersOf(snapshot: Snapshot, language: Language, { id }: Resource): Owner[] {
  const using = cut(practicesAt(snapshot, 'resources', id), namedPractices);
  const more = viewMore(language, using, listUrl(language, 'practice'));
  return [
    ...snapshot.referring(strategies, 'document', id).map((each) => linkStrategy(language, each)),
    ...snapshot.referring(instruments, 'charter', id).map((each) => linkInstrument(language, each)),
    ...snapshot
      .referring(methodologies, 'resources', id)
      .map((each) => linkMethodology(language, each)),
    ...snapshot.referring(projects, 'resources', id).map((each) => linkProject(language, each)),
    ...briefPractices(snapshot, using.ids).map((each) => linkPractice(language, each)),
    ...(more ? [{ href: more.href, title: { text: more.text, lang: null } }] : []),
  ];
}
