/** Addresses that lead on: those of the first platform, and those an entry once had. */
import { collections } from '../collections/all.ts';
import type { Collection } from '../collections/collection.ts';
import { methodologies } from '../collections/methodologies.ts';
import { projects } from '../collections/projects.ts';
import { type Language, languages } from '../languages.ts';
import { defineProjection } from '../snapshot/derived.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { alternates, entryUrl, listUrl, pageTypes, placeUrl } from '../urls.ts';

export type Redirect = { readonly from: string; readonly to: string };

/** The methodology and the project of STATUS, which the first platform had pages of their own for. */
const statusMethodology = 'SEE-M-001';
const statusProject = 'SEE-J-001';

/** Never from an address that a page has: what is there now comes before what was there once. */
export function listRedirects(snapshot: Snapshot): Redirect[] {
  const former = languages.flatMap(({ tag }) => ofFormerSlugs(snapshot, tag));
  const all = [...ofFirstPlatform(snapshot), ...former];
  return [...new Map(all.map((redirect) => [redirect.from, redirect])).values()];
}

function ofFirstPlatform(snapshot: Snapshot): Redirect[] {
  const methodology = snapshot.byRef(methodologies, statusMethodology);
  const project = snapshot.byRef(projects, statusProject);
  const targets: Readonly<Record<string, (language: Language) => string>> = {
    '/the-platform': (language) => placeUrl(language, 'about'),
    '/repository/roadmap': (language) =>
      methodology
        ? entryUrl(language, 'methodology', methodology.slug)
        : listUrl(language, 'methodology'),
    '/repository/lessons-learned': (language) =>
      project ? entryUrl(language, 'project', project.slug) : listUrl(language, 'project'),
    '/urban-centers': (language) => `${listUrl(language, 'instrument')}?kind=urbanCenter`,
    '/utfs': (language) => `${listUrl(language, 'instrument')}?kind=urbanTaskForce`,
    '/news-newsletter': (language) => listUrl(language, 'news-item'),
    '/see-city-network/planning-processes': (language) => listUrl(language, 'strategy'),
  };
  return Object.entries(targets).flatMap(([path, target]) =>
    alternates(path).flatMap(({ language, url }) => [
      { from: url, to: target(language) },
      // Not every host takes the slash off before it looks for a redirect.
      { from: `${url}/`, to: target(language) },
    ]),
  );
}

/** The slugs of each entry: all that redirects depend on. */
const slugs = new Map(
  collections.map((collection) => [
    collection,
    defineProjection(`slugs-${collection.type}`, collection, ({ slug, formerSlugs }) => ({
      slug,
      formerSlugs,
    })),
  ]),
);

function slugsOf(collection: Collection) {
  const projection = slugs.get(collection);
  if (!projection) throw new Error(`The collection "${collection.type}" is not one of the site's.`);
  return projection;
}

function ofFormerSlugs(snapshot: Snapshot, language: Language): Redirect[] {
  return collections.flatMap((collection) => {
    const type = pageTypes.find((each) => each === collection.type);
    if (!type) return [];
    const entries = snapshot.project(slugsOf(collection));
    const taken = new Set(entries.map(({ slug }) => slug));
    return entries.flatMap(({ slug, formerSlugs }) =>
      formerSlugs
        .filter((former) => !taken.has(former))
        .map((former) => ({
          from: entryUrl(language, type, former),
          to: entryUrl(language, type, slug),
        })),
    );
  });
}
