import { cities } from '../collections/cities.ts';
import { name, type Phrase, phrase } from '../collections/localised.ts';
import { type Network, networks } from '../collections/networks.ts';
import { organisations } from '../collections/organisations.ts';
import { projects } from '../collections/projects.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { entryUrl } from '../urls.ts';
import { linkProject } from './entry-link.ts';
import { bodyState } from './line-state.ts';
import { viewRecord } from './record.ts';
import { viewChallenges, viewOrganisation } from './related.ts';
import { viewTown } from './town.ts';
import { isOnMap, type Member } from './member.ts';

export type NetworkPage = ReturnType<typeof viewNetworkPage>;

/** Everything the page of a network shows. Throws when no such network is published. */
export function viewNetworkPage(snapshot: Snapshot, language: Language, slug: string) {
  const network = snapshot.bySlug(networks, slug);
  if (!network) throw new Error(`No network is published under the slug "${slug}".`);
  const summary = phrase(network.text, 'summary', language);
  const [coordinator] = snapshot.linked(organisations, network.links.coordinator);
  const [framework] = snapshot.linked(projects, network.links.project);
  return {
    ...viewRecord(language, network, summary),
    path: entryUrl(language, 'network', slug),
    name: name(network.text, 'name', language),
    kind: label(language, 'networkKind', network.kind),
    summary,
    foundedYear: network.foundedYear,
    state: bodyState(language, network.lifecycle),
    members: viewMembers(snapshot, language, network),
    coordinator: coordinator ? viewOrganisation(language, coordinator) : null,
    challenges: viewChallenges(snapshot, language, network.links.challenges),
    howToJoin: phrase(network.text, 'howToJoin', language),
    website: network.website,
    framework: framework ? linkProject(language, framework) : null,
  };
}

function viewMembers(snapshot: Snapshot, language: Language, network: Network): Member[] {
  let number = 0;
  return network.members.flatMap((member): Member[] => {
    const [city] = snapshot.linked(cities, member.city ? [member.city] : []);
    const town = city ? viewTown(language, city) : null;
    const own = member.name === city?.text.en.name ? null : member.name;
    const title = own === null ? town?.title : nameInNetwork(language, own);
    if (!title) return [];
    return [
      {
        number: isOnMap(town) ? ++number : null,
        name: title,
        town,
        role: member.role && label(language, 'memberRole', member.role),
        years: formatYears(member.since, member.until),
      },
    ];
  });
}

/** What the network calls a member that is more or less than a town of ours; kept in English only. */
function nameInNetwork(language: Language, own: string): Phrase {
  return { text: own, lang: language === 'en' ? null : 'en' };
}
