import { cities } from '../collections/cities.ts';
import { type Instrument, instruments } from '../collections/instruments.ts';
import { name, phrase } from '../collections/localised.ts';
import { organisations } from '../collections/organisations.ts';
import { strategies } from '../collections/strategies.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { bodyState } from './line-state.ts';
import { isoDate, viewRecord } from './record.ts';
import { practicesAt, viewPractices } from './cut-practices.ts';
import { listInstrument, listStrategy } from './listed.ts';
import { viewDocuments, viewOrganisation } from './related.ts';
import { viewTown } from './town.ts';

export type InstrumentPage = ReturnType<typeof viewInstrumentPage>;

/** The register's record of a Task Force or Urban Center. Throws when no such body is published. */
export function viewInstrumentPage(snapshot: Snapshot, language: Language, slug: string) {
  const instrument = snapshot.bySlug(instruments, slug);
  if (!instrument) {
    throw new Error(`No Task Force or Center is published under the slug "${slug}".`);
  }
  const mandate = phrase(instrument.text, 'mandate', language);
  const [city] = snapshot.linked(cities, instrument.links.city);
  const [strategy] = snapshot.linked(strategies, instrument.links.strategy);
  const [host] = snapshot.linked(organisations, instrument.links.host);
  const [charter] = viewDocuments(snapshot, language, instrument.links.charter);
  const { legalForm, setUpOn, setUpYear } = instrument;
  return {
    ...viewRecord(language, instrument, mandate),
    path: entryUrl(language, 'instrument', slug),
    name: name(instrument.text, 'name', language),
    kind: label(language, 'instrumentKind', instrument.kind),
    kindValue: instrument.kind,
    town: city ? viewTown(language, city) : null,
    mandate,
    state: bodyState(language, instrument.lifecycle),
    setUp: (setUpOn !== null && isoDate(setUpOn)) || (setUpYear?.toString() ?? null),
    legalForm:
      legalForm === null || legalForm === 'unknown'
        ? null
        : label(language, 'legalForm', legalForm),
    composition: viewComposition(language, instrument),
    meetingRhythm: phrase(instrument.text, 'meetingRhythm', language),
    lastMeeting: instrument.lastMeeting,
    lastMeetingNote: phrase(instrument.text, 'lastMeetingNote', language),
    host: host ? viewOrganisation(language, host) : null,
    address: instrument.address,
    openingHours: phrase(instrument.text, 'openingHours', language),
    accessNote: phrase(instrument.text, 'accessNote', language),
    funding: phrase(instrument.text, 'funding', language),
    activities: phrase(instrument.text, 'activities', language),
    lessons: phrase(instrument.text, 'lessons', language),
    charter: charter ?? null,
    strategy: strategy ? listStrategy(snapshot, language, strategy) : null,
    siblings: (city ? snapshot.referring(instruments, 'city', city.id) : [])
      .filter(({ id }) => id !== instrument.id)
      .map((each) => listInstrument(language, each)),
    ...viewPractices(snapshot, language, practicesAt(snapshot, 'instruments', instrument.id)),
  };
}

/** Who sits in it. Shares are drawn only when every seat is known. */
function viewComposition(language: Language, { composition }: Instrument) {
  const seats = composition.flatMap(({ seats }) => seats ?? []);
  const total = seats.reduce((sum, each) => sum + each, 0);
  const isCounted = composition.length > 0 && seats.length === composition.length && total > 0;
  return {
    isCounted,
    total: isCounted ? total : null,
    members: composition.map(({ actorType, seats: own }) => ({
      actor: label(language, 'actorType', actorType),
      seats: own,
      share: isCounted && own !== null ? Math.round((own / total) * 1000) / 10 : null,
    })),
  };
}
