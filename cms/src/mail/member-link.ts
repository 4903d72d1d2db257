import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';

/** Folder of the site for each language that it speaks, by the languages of members. */
const FOLDERS = new Map([
  ['el', '/el'],
  ['ro', '/ro'],
  ['it', '/it'],
  ['sr', '/sr'],
  ['srLatn', '/sr'],
  ['srCyrl', '/sr'],
]);

/** Root of the site's pages in a member's language, English where the site does not speak it. */
export const siteFolder = (language: string | null): string => FOLDERS.get(language ?? '') ?? '';

/**
 * Address of a page of the members' section in the member's language.
 *
 * @param page what follows `/members`: `/confirm`, or empty for the home
 */
export function memberLink(
  strapi: Core.Strapi,
  language: string | null,
  page: string,
  query: Record<string, string> = {},
): string {
  const { siteUrl }: Settings = strapi.config.get('settings');
  const search = new URLSearchParams(query).toString();
  return `${siteUrl}${siteFolder(language)}/members${page}${search ? `?${search}` : ''}`;
}
