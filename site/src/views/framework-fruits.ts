/** What came out of a framework project: the records that name it as their origin. */
import { methodologies } from '../collections/methodologies.ts';
import { networks } from '../collections/networks.ts';
import { newsItems } from '../collections/news-items.ts';
import type { Project } from '../collections/projects.ts';
import { strategies } from '../collections/strategies.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkNewsItem } from './entry-link.ts';
import {
  type Listed,
  listInstrument,
  listMethodology,
  listNetwork,
  listStrategy,
} from './listed.ts';
import type { viewMore } from './cut.ts';
import { practicesAt, viewPractices } from './cut-practices.ts';
import { bodiesOf, unique } from './related.ts';

export type Fruits = {
  readonly strategies: readonly Listed[];
  /** Strategies that do not name the project, but whose process used its methods. */
  readonly usedItsMethods: readonly Listed[];
  readonly bodies: readonly Listed[];
  readonly methodologies: readonly Listed[];
  readonly networks: readonly Listed[];
  readonly practices: readonly Listed[];
  readonly morePractices: ReturnType<typeof viewMore>;
  readonly news: readonly (EntryLink & { readonly date: string })[];
};

export function viewFruits(snapshot: Snapshot, language: Language, project: Project): Fruits {
  const own = snapshot.referring(strategies, 'project', project.id);
  const ownIds = new Set(own.map(({ id }) => id));
  const methods = snapshot.referring(methodologies, 'origin', project.id);
  const using = unique(
    methods.flatMap(({ id }) => snapshot.referring(strategies, 'processSteps.methodology', id)),
  ).filter(({ id }) => !ownIds.has(id));
  return {
    strategies: own.map((each) => listStrategy(snapshot, language, each)),
    usedItsMethods: using.map((each) => listStrategy(snapshot, language, each)),
    bodies: unique(own.flatMap((each) => bodiesOf(snapshot, each))).map((each) =>
      listInstrument(language, each),
    ),
    methodologies: methods.map((each) => listMethodology(language, each)),
    networks: snapshot
      .referring(networks, 'project', project.id)
      .map((each) => listNetwork(language, each)),
    ...viewPractices(snapshot, language, practicesAt(snapshot, 'project', project.id)),
    news: snapshot
      .referring(newsItems, 'project', project.id)
      .map((each) => ({ ...linkNewsItem(language, each), date: each.date }))
      .sort((one, other) => one.date.localeCompare(other.date)),
  };
}
