/** Address of the public site, for canonical links, feeds and structured data. */
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:4321';

/** Address of the CMS as the public sees it, where uploaded documents lie; null when not known. */
export const uploadsUrl = process.env.CMS_PUBLIC_URL ?? null;
