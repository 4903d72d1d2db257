/** The page's language as the lists of the CMS write it: `srLatn`. */
export function pageLanguage(): string {
  return document.documentElement.lang.replace(/-./, (part) => part.slice(1).toUpperCase());
}
