import { challenges, type Challenge } from '../collections/challenges.ts';
import { cities } from '../collections/cities.ts';
import { name, phrase } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { networks } from '../collections/networks.ts';
import { practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import { languageName, languageTag } from '../i18n/format.ts';
import { label, sdgTarget } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { viewChallengeCities } from './challenge-cities.ts';
import { childrenOf, facing, countFacing, facingIds, familyOf } from './challenge-family.ts';
import { viewPractices } from './cut-practices.ts';
import { linkChallenge } from './entry-link.ts';
import { listMethodology, listNetwork, listProject, listStrategy } from './listed.ts';
import { viewRecord } from './record.ts';

export type ChallengePage = ReturnType<typeof viewChallengePage>;

/** Everything the page of a challenge shows. Throws when no such challenge is published. */
export function viewChallengePage(snapshot: Snapshot, language: Language, slug: string) {
  const challenge = snapshot.bySlug(challenges, slug);
  if (!challenge) throw new Error(`No challenge is published under the slug "${slug}".`);
  const family = familyOf(snapshot, challenge);
  const [parent] = snapshot.linked(challenges, challenge.links.parent);
  const definition = phrase(challenge.text, 'definition', language);
  return {
    ...viewRecord(language, challenge, definition),
    path: entryUrl(language, 'challenge', slug),
    slug,
    title: name(challenge.text, 'title', language),
    definition,
    parent: parent ? linkChallenge(language, parent) : null,
    siblings: parent
      ? childrenOf(snapshot, parent)
          .filter(({ id }) => id !== challenge.id)
          .map((each) => linkChallenge(language, each))
      : [],
    children: childrenOf(snapshot, challenge).map((child) => ({
      ...linkChallenge(language, child),
      definition: phrase(child.text, 'definition', language),
      practices: countFacing(snapshot, practices, [child]),
    })),
    synonyms: viewSynonyms(language, challenge),
    frameworks: {
      sdg: challenge.sdg.map(sdgTarget),
      urbanAgenda: challenge.urbanAgenda.map((theme) => label(language, 'urbanAgendaTheme', theme)),
      leipzig: challenge.leipzig.map((each) => label(language, 'leipzigDimension', each)),
    },
    cities: viewChallengeCities(snapshot, language, family, facingIds(snapshot, cities, family)),
    ...viewPractices(snapshot, language, facingIds(snapshot, practices, family)),
    methodologies: facing(snapshot, methodologies, family).map((each) =>
      listMethodology(language, each),
    ),
    strategies: facing(snapshot, strategies, family).map((each) =>
      listStrategy(snapshot, language, each),
    ),
    projects: facing(snapshot, projects, family).map((each) =>
      listProject(snapshot, language, each),
    ),
    networks: facing(snapshot, networks, family).map((each) => listNetwork(language, each)),
  };
}

function viewSynonyms(language: Language, { synonyms }: Challenge) {
  return synonyms
    .filter(({ terms }) => terms.length > 0)
    .map(({ language: spokenIn, terms }) => ({
      lang: languageTag(spokenIn),
      name: languageName(language, spokenIn),
      terms,
    }));
}
