import path from 'node:path';

/** A path as whoever typed it meant it: npm runs every command in the root of the repository. */
export function givenPath(given: string): string {
  return path.resolve(process.env.INIT_CWD || process.cwd(), given);
}
