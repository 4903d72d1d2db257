import type { PageFacts } from './page-facts.ts';
import type { ExpectedPage, Problem } from './problem.ts';

/** Every published entry has its page in every language. */
export function checkExpectedPages(
  expected: readonly ExpectedPage[],
  pages: ReadonlyMap<string, PageFacts>,
): Problem[] {
  return expected
    .filter(({ path }) => !pages.has(path))
    .map(({ path, entry }) => ({
      page: path,
      message: `The page ${path} of ${entry} is missing from the build.`,
    }));
}

/** What holds for each page by itself. */
export function checkPage(page: PageFacts): Problem[] {
  if (page.isRedirect) return [];
  const faults: string[] = [];
  if (page.headings !== 1) {
    faults.push(`The page ${page.path} has ${page.headings} <h1> elements; it must have one.`);
  }
  if (!page.lang) faults.push(`The page ${page.path} does not name its language (<html lang>).`);
  if (page.isDraft) faults.push(`The page ${page.path} shows a draft; only a preview may do that.`);
  return faults.map((message) => ({ page: page.path, message }));
}
