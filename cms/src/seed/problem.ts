/** One thing wrong in the files, told so that a person can find and mend it. */
export interface Problem {
  file: string;
  /** The record's public id, or its place in the file when the id itself is missing. */
  record: string;
  path: readonly (string | number)[];
  message: string;
}

export class SeedError extends Error {
  override readonly name = 'SeedError';

  constructor(readonly problems: readonly Problem[]) {
    super(
      `The records have ${problems.length} problem(s), so nothing was written:\n` +
        problems.map((problem) => `  ${describe(problem)}`).join('\n'),
    );
  }
}

function describe({ file, record, path, message }: Problem): string {
  const place = path.length > 0 ? `, ${path.join('.')}` : '';
  return `${file}, ${record}${place}: ${message}`;
}
