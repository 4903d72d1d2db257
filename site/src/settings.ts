/** Address of the public site, for canonical links, feeds and structured data. */
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:4321';
