/** What is known of a town by date: news, strategies, bodies, projects, and what came after. */
import { phrase, type Phrase } from '../collections/localised.ts';
import type { NewsItem } from '../collections/news-items.ts';
import { formatDate } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import type { CityRelations } from './city-relations.ts';
import {
  type EntryLink,
  linkInstrument,
  linkNewsItem,
  linkProject,
  linkStrategy,
} from './entry-link.ts';
import { compareDates, laterStates } from './later-states.ts';
import type { NodeName } from '../drawing/symbols.ts';
import { isoDate } from './record.ts';

/** Longer words on a date are a note about it. */
const longestSpan = 40;

type RecordEntry = {
  /** Whole or partial ISO date. */
  readonly date: string;
  readonly when: string;
  readonly node: NodeName;
  readonly link: EntryLink | null;
  readonly text: Phrase | null;
  readonly source: { readonly label: string; readonly url: string | null } | null;
};

/** The oldest first; `lastYear` is that of the newest entry. */
export function viewCityRecord(language: Language, relations: CityRelations) {
  const entries = [
    ...ofNews(language, relations),
    ...ofLaterStates(language, relations),
    ...ofStrategies(language, relations),
    ...ofBodies(language, relations),
    ...ofProjects(language, relations),
  ].sort((a, b) => compareDates(a.date, b.date));
  return { entries, lastYear: entries.at(-1)?.date.slice(0, 4) ?? null };
}

function entry(
  language: Language,
  date: string,
  given: Partial<Omit<RecordEntry, 'date'>>,
): RecordEntry {
  return {
    date,
    when: formatDate(language, date),
    node: 'done',
    link: null,
    text: null,
    source: null,
    ...given,
  };
}

function said(text: string): Phrase {
  return { text, lang: null };
}

function ofNews(language: Language, { news }: CityRelations): RecordEntry[] {
  return news.map((item) =>
    entry(language, item.date, {
      ...spanOf(language, item),
      link: linkNewsItem(language, item),
      text: phrase(item.text, 'summary', language),
    }),
  );
}

/** The days an event lasted, where they are known in the page's language and said in short. */
function spanOf(language: Language, { text }: NewsItem): { when?: string } {
  const span = phrase(text, 'dateText', language);
  const isShort = span?.lang === null && span.text.length <= longestSpan;
  return isShort ? { when: span.text } : {};
}

/** A later state of the same day as a piece of news tells the same event again. */
function ofLaterStates(language: Language, { news, strategies }: CityRelations): RecordEntry[] {
  const told = new Set(news.map(({ date }) => date));
  return laterStates(language, strategies)
    .filter(({ date }) => !told.has(date))
    .map(({ date, note, lang, source, sourceUrl }) =>
      entry(language, date, {
        text: { text: note, lang },
        source: source === null ? null : { label: source, url: sourceUrl },
      }),
    );
}

function ofStrategies(language: Language, { strategies }: CityRelations): RecordEntry[] {
  const t = translator(language);
  return strategies.flatMap((strategy) => {
    const adopted = isoDate(strategy.adoptionDate ?? '') ?? strategy.adoptionYear?.toString();
    const date = adopted ?? strategy.yearFrom?.toString();
    if (date === undefined) return [];
    const state = label(language, 'adoption', strategy.adoption);
    return entry(language, date, {
      link: linkStrategy(language, strategy),
      text: said(adopted ? state : t('city.record.strategy', { state })),
      node: adopted || strategy.adoption !== 'unknown' ? 'done' : 'half',
    });
  });
}

function ofBodies(language: Language, { instruments }: CityRelations): RecordEntry[] {
  const t = translator(language);
  return instruments.flatMap((body) => {
    const link = linkInstrument(language, body);
    const setUp = isoDate(body.setUpOn ?? '') ?? body.setUpYear?.toString();
    const last = isoDate(body.lastMeeting ?? '');
    return [
      ...(setUp ? [entry(language, setUp, { link, text: said(t('city.record.setUp')) })] : []),
      ...(last
        ? [
            entry(language, last, {
              link,
              text: phrase(body.text, 'lastMeetingNote', language) ?? said(t('city.record.met')),
            }),
          ]
        : []),
    ];
  });
}

function ofProjects(language: Language, { portfolio }: CityRelations): RecordEntry[] {
  const t = translator(language);
  return portfolio.flatMap((project) => {
    const link = linkProject(language, project);
    const start = isoDate(project.startDate ?? '') ?? project.startYear?.toString();
    const end = isoDate(project.endDate ?? '') ?? project.endYear?.toString();
    const state = label(language, 'lifecycle', project.lifecycle);
    const isRunning = project.lifecycle === 'running';
    return [
      ...(start
        ? [
            entry(language, start, {
              link,
              text: said(t('city.record.projectStart')),
              node: isRunning ? 'now' : 'done',
            }),
          ]
        : []),
      ...(end && !isRunning
        ? [entry(language, end, { link, text: said(t('city.record.projectEnd', { state })) })]
        : []),
    ];
  });
}
