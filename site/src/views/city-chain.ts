/** The chain of a town: challenges, strategies, projects, the bodies that keep at it, what came of it. */

import { type ChainItem, type ChainLink, type ChainStage, mostInStage } from '../drawing/chain.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { CityRelations } from './city-relations.ts';
import {
  type EntryLink,
  linkChallenge,
  linkInstrument,
  linkNetwork,
  linkPractice,
  linkProject,
  linkStrategy,
} from './entry-link.ts';
import { adoptionState, bodyState, lifecycleState } from './line-state.ts';
import { briefPractices, type PracticeBrief } from './practice-brief.ts';

type CityChain = {
  readonly stages: readonly ChainStage[];
  readonly links: readonly ChainLink[];
};

export function viewCityChain(
  snapshot: Snapshot,
  language: Language,
  relations: CityRelations,
): CityChain {
  const t = translator(language);
  const practices = briefPractices(snapshot, relations.practices.slice(0, mostInStage + 1));
  const stages: ChainStage[] = [
    {
      title: t('city.chain.challenges'),
      glyph: 'challenge',
      items: relations.challenges.map((each) => item(linkChallenge(language, each))),
    },
    {
      title: t('city.chain.strategies'),
      glyph: 'strategy',
      items: relations.strategies.map((strategy, index) => ({
        ...item(linkStrategy(language, strategy), formatYears(strategy.yearFrom, strategy.yearTo)),
        state: signOf(adoptionState(language, strategy.adoption)),
        isMain: index === 0,
      })),
      moreHref: '#strategies',
    },
    {
      title: t('city.chain.projects'),
      glyph: 'project',
      items: relations.portfolio.map((project) => ({
        ...item(linkProject(language, project), formatYears(project.startYear, project.endYear)),
        state: signOf(lifecycleState(language, project.lifecycle)),
      })),
      moreHref: '#projects',
    },
    {
      title: t('city.chain.bodies'),
      glyph: 'force',
      items: relations.instruments.map((instrument) => ({
        ...item(
          linkInstrument(language, instrument),
          label(language, 'instrumentKind', instrument.kind),
        ),
        state: signOf(bodyState(language, instrument.lifecycle)),
      })),
    },
    {
      title: t('city.chain.practices'),
      glyph: 'practice',
      items: [
        ...practices.map((each) => item(linkPractice(language, each))),
        ...relations.networks.map((each) =>
          item(linkNetwork(language, each), t('city.chain.network')),
        ),
      ],
      count: relations.practices.length + relations.networks.length,
      moreHref: '#practices',
    },
  ];
  return { stages, links: linksOf(relations, practices) };
}

function item({ ref, title, href }: EntryLink, caption?: string | null): ChainItem {
  return { ref, title: title.text, lang: title.lang, href, ...(caption ? { caption } : {}) };
}

function signOf({ node, text }: { node: NonNullable<ChainItem['state']>['node']; text: string }) {
  return { node, text };
}

/**
 * Only what records say of each other. A project and a body of one strategy are joined by a dotted
 * line: no source says whether the body still follows the project.
 */
function linksOf(relations: CityRelations, practices: readonly PracticeBrief[]): ChainLink[] {
  const { challenges, strategies, portfolio, instruments } = relations;
  const links = strategies.flatMap((strategy) => {
    const projects = portfolio.filter((project) => project.links.strategy.includes(strategy.id));
    const bodies = instruments.filter(
      (body) =>
        body.links.strategy.includes(strategy.id) || strategy.links.instruments.includes(body.id),
    );
    return [
      ...challenges
        .filter(({ id }) => strategy.links.challenges.includes(id))
        .map((challenge) => link(challenge.ref, strategy.ref)),
      ...projects.map((project) => link(strategy.ref, project.ref, project.lifecycle)),
      ...bodies.map((body) => link(strategy.ref, body.ref)),
      ...projects
        .filter(({ lifecycle }) => lifecycle !== 'stopped')
        .flatMap(({ ref }) => bodies.map((body) => link(ref, body.ref, 'completedUnclear'))),
    ];
  });
  return [
    ...links,
    ...portfolio
      .filter(({ lifecycle }) => lifecycle === 'stopped')
      .map(({ ref }): ChainLink => ({ from: ref, to: null, kind: 'dropped' })),
    ...practices.flatMap((practice) => [
      ...instruments
        .filter(({ id }) => practice.links.instruments.includes(id))
        .map((body) => link(body.ref, practice.ref)),
      ...challenges
        .filter(({ id }) => practice.links.challenges.includes(id))
        .map((challenge) => link(challenge.ref, practice.ref)),
    ]),
  ];
}

function link(from: string, to: string, lifecycle?: string): ChainLink {
  return { from, to, kind: lifecycle === 'completedUnclear' ? 'unknown' : 'followed' };
}
