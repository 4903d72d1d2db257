/** A build that did not finish. `entry` is the ref of the entry whose page threw, else the page. */
export class BuildFailedError extends Error {
  override name = 'BuildFailedError';
  readonly entry: string | null;

  constructor(message: string, entry: string | null) {
    super(message);
    this.entry = entry;
  }
}
