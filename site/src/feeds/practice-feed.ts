import { type Challenge, challenges } from '../collections/challenges.ts';
import { name } from '../collections/localised.ts';
import { practices } from '../collections/practices.ts';
import { translator } from '../i18n/translate.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl, listUrl } from '../urls.ts';
import { facingIds, familyOf } from '../views/challenge-family.ts';
import { practiceText } from '../views/entry-link.ts';
import { briefPractices, type PracticeBrief } from '../views/practice-brief.ts';
import { asOf, type Feed, type FeedEntry } from './atom.ts';

/** All practices. */
export function practiceFeed(snapshot: Snapshot): Feed {
  return {
    subject: translator('en')('practices.title'),
    path: '/feeds/practices.xml',
    page: listUrl('en', 'practice'),
    entries: briefPractices(
      snapshot,
      snapshot.addresses(practices).map(({ id }) => id),
    ).map((practice) => entryOf(snapshot, practice)),
  };
}

/** Practices that answer to a challenge or to one below it. Throws when it is not published. */
export function challengeFeed(snapshot: Snapshot, slug: string): Feed {
  const challenge = snapshot.bySlug(challenges, slug);
  if (!challenge) throw new Error(`No challenge is published under the slug "${slug}".`);
  const found = facingIds(snapshot, practices, familyOf(snapshot, challenge));
  return {
    subject: titleOf(challenge),
    path: `/feeds/challenges/${slug}.xml`,
    page: entryUrl('en', 'challenge', slug),
    entries: briefPractices(snapshot, found).map((practice) => entryOf(snapshot, practice)),
  };
}

function entryOf(snapshot: Snapshot, practice: PracticeBrief): FeedEntry {
  const { title: named, oneLine } = practiceText('en', practice);
  return {
    ref: practice.ref,
    title: named.text,
    path: entryUrl('en', 'practice', practice.slug),
    date: dateOf(snapshot, practice),
    summary: oneLine.text,
    lang: named.lang,
    categories: snapshot.linked(challenges, practice.links.challenges).map(titleOf),
  };
}

/**
 * The day an editor checked the practice: the last day on which somebody meant to change what it
 * says. A saving date would bring old practices back to every reader after each correction. A
 * practice that was never checked counts as of today.
 */
function dateOf(snapshot: Snapshot, { reviewNote, lastChecked }: PracticeBrief): string {
  return reviewNote?.date ?? lastChecked ?? asOf(snapshot);
}

function titleOf(challenge: Challenge): string {
  return name(challenge.text, 'title', 'en').text;
}
