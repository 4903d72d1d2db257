import { instruments } from '../collections/instruments.ts';
import type { Phrase } from '../collections/localised.ts';
import { methodologies } from '../collections/methodologies.ts';
import { organisations } from '../collections/organisations.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { projects } from '../collections/projects.ts';
import { languageTag } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { viewAlive } from './alive.ts';
import { linkInstrument, linkMethodology, linkProject, practiceText } from './entry-link.ts';
import { viewFamily } from './family.ts';
import { listPractice } from './listed.ts';
import { positionOf, yearsOf } from './practice-place.ts';
import { practicesLike } from './practices-like.ts';
import { viewChallenges, viewDocuments, viewOrganisation } from './related.ts';
import { viewTowns } from './town.ts';
import { viewUpload } from './uploads.ts';

/** Everything the page of a practice shows. Throws when no such practice is published. */
export function viewPracticePage(snapshot: Snapshot, language: Language, slug: string) {
  const practice = snapshot.bySlug(practices, slug);
  if (!practice) throw new Error(`No practice is published under the slug "${slug}".`);
  const own = languageTag(practice.originalLanguage);
  const texts = practiceText(language, practice);
  return {
    practice,
    ref: practice.ref,
    path: entryUrl(language, 'practice', slug),
    title: texts.title,
    oneLine: texts.oneLine,
    summary: summaryOf(language, practice),
    /** What the member wrote, where it is not in the page's language. */
    lang: own === language ? null : own,
    told: { language: practice.originalLanguage, by: texts.by },
    years: yearsOf(practice),
    towns: viewTowns(snapshot, language, practice.links.cities),
    place: positionOf(snapshot, language, practice)[0] ?? null,
    teller: tellerOf(snapshot, language, practice, own === language ? null : own),
    /** Who wants to be named, or who is no member any more, in the page's language. */
    credit: practice.authorCredit && label(language, 'authorCredit', practice.authorCredit),
    challenges: viewChallenges(snapshot, language, practice.links.challenges),
    alive: viewAlive(language, snapshot.meta('asOf') ?? '', practice),
    steps: practice.processSteps.map(({ methodology, ...step }) => ({
      ...step,
      methodology: snapshot
        .linked(methodologies, methodology === null ? [] : [methodology])
        .map((each) => linkMethodology(language, each))[0],
    })),
    methods: snapshot
      .linked(methodologies, practice.links.methodologies)
      .map((each) => linkMethodology(language, each)),
    bodies: snapshot
      .linked(instruments, practice.links.instruments)
      .map((each) => linkInstrument(language, each)),
    projects: snapshot
      .linked(projects, practice.links.project)
      .map((each) => linkProject(language, each)),
    documents: viewDocuments(snapshot, language, practice.links.resources),
    uploads: practice.documents.flatMap(({ title, file }) =>
      file
        ? [viewUpload(language, file, { text: title, lang: own === language ? null : own })]
        : [],
    ),
    pictures: practice.images.flatMap(({ file, alt, credit }) => {
      const picture = file && snapshot.picture(file.key);
      return picture ? [{ picture, alt: alt ?? '', credit }] : [];
    }),
    family: viewFamily(snapshot, language, practice),
    like: practicesLike(snapshot, practice).map((each) => listPractice(snapshot, language, each)),
  };
}

export type PracticePage = ReturnType<typeof viewPracticePage>;

function summaryOf(language: Language, practice: Practice) {
  const own = languageTag(practice.originalLanguage);
  const translated = practice.translations.find((each) => languageTag(each.language) === language);
  if (translated?.summary) return { text: translated.summary, lang: null };
  if (practice.summary === null) return null;
  return { text: practice.summary, lang: own === language ? null : own };
}

/** Who did it, as the record of the body or as the member wrote it. */
function tellerOf(
  snapshot: Snapshot,
  language: Language,
  practice: Practice,
  lang: string | null,
): { name: Phrase; website: string | null } | null {
  const [organisation] = snapshot.linked(organisations, practice.links.organisation);
  const website = organisation?.website ?? null;
  if (practice.organisationName !== null) {
    return { name: { text: practice.organisationName, lang }, website };
  }
  return organisation ? viewOrganisation(language, organisation) : null;
}
