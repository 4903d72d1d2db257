/** An archive that cannot be used as it is: nothing of it was put in place. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}
