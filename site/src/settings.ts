/** Address of the public site, for canonical links, feeds and structured data. */
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:4321';

/** Address of the CMS as browsers reach it: the members' section speaks to it. */
export const cmsPublicUrl = process.env.CMS_PUBLIC_URL ?? 'http://localhost:1337';

/** Where readers write to the editors; null when the operator named none. */
export const contactMail = process.env.SEE_CONTACT_MAIL?.trim() || null;
