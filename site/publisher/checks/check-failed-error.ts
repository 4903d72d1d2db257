import type { ExpectedPage, Problem } from './problem.ts';

const shown = 20;

/** A finished build that must not go live. Its message names the first problems, its entry the first one's. */
export class CheckFailedError extends Error {
  override name = 'CheckFailedError';
  readonly entry: string | null;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], expectedPages: readonly ExpectedPage[]) {
    const rest = problems.length - shown;
    super(
      [
        ...problems.slice(0, shown).map(({ message }) => message),
        ...(rest > 0 ? [`… and ${rest} more.`] : []),
      ].join('\n'),
    );
    const page = problems[0]?.page;
    this.entry = expectedPages.find(({ path }) => path === page)?.entry ?? page ?? null;
    this.problems = problems;
  }
}
