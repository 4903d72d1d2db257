/** Every record that belongs to a town, read once for all parts of its page. */
import { challenges } from '../collections/challenges.ts';
import type { City } from '../collections/cities.ts';
import { instruments } from '../collections/instruments.ts';
import { networks } from '../collections/networks.ts';
import { newsItems } from '../collections/news-items.ts';
import { methodologies } from '../collections/methodologies.ts';
import { organisations } from '../collections/organisations.ts';
import { projects } from '../collections/projects.ts';
import { resources } from '../collections/resources.ts';
import { strategies } from '../collections/strategies.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { practicesAt } from './cut-practices.ts';

export type CityRelations = ReturnType<typeof relationsOf>;

export function relationsOf(snapshot: Snapshot, city: City) {
  const all = snapshot.referring(projects, 'cities', city.id);
  return {
    challenges: snapshot.linked(challenges, city.links.challenges),
    strategies: snapshot.referring(strategies, 'cities', city.id),
    portfolio: all.filter(({ kind }) => kind === 'portfolio'),
    frameworks: all.filter(({ kind }) => kind !== 'portfolio'),
    instruments: snapshot.referring(instruments, 'city', city.id),
    practices: practicesAt(snapshot, 'cities', city.id),
    networks: snapshot.referring(networks, 'members.city', city.id),
    methodologies: snapshot.referring(methodologies, 'testedIn', city.id),
    organisations: snapshot.referring(organisations, 'city', city.id),
    resources: snapshot.referring(resources, 'cities', city.id),
    news: snapshot.referring(newsItems, 'cities', city.id),
  };
}
