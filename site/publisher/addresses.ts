import type { BuildSettings } from './settings.ts';

/** The addresses that stand on pages. */
export interface Addresses {
  readonly siteUrl: string;
  /** As browsers reach it. */
  readonly cmsPublicUrl: string;
  /** Where readers write to the editors; null when the operator named none. */
  readonly contactMail: string | null;
}

type Settings = Pick<BuildSettings, 'SITE_URL' | 'CMS_PUBLIC_URL' | 'SEE_CONTACT_MAIL'>;

export function addressesOf(settings: Settings): Addresses {
  return {
    siteUrl: settings.SITE_URL,
    cmsPublicUrl: settings.CMS_PUBLIC_URL,
    contactMail: settings.SEE_CONTACT_MAIL ?? null,
  };
}

/** What `site/src/settings.ts` reads. */
export function addressVariables({ siteUrl, cmsPublicUrl, contactMail }: Addresses) {
  return { SITE_URL: siteUrl, CMS_PUBLIC_URL: cmsPublicUrl, SEE_CONTACT_MAIL: contactMail ?? '' };
}

/** Equal for equal addresses. */
export function stampOfAddresses(addresses: Addresses): string {
  return Object.values(addressVariables(addresses)).join('\n');
}
