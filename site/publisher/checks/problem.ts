/** Something that keeps a build from going live: a sentence, and the page it is about. */
export interface Problem {
  message: string;
  /** The page's address, like `/el/cities/kavala`; null when it is about the whole build. */
  page: string | null;
}

/** A page that has to be there, and the entry it shows. */
export interface ExpectedPage {
  /** The address: `/el/cities/kavala`. */
  path: string;
  /** The entry's ref: `SEE-C-001`. */
  entry: string;
}
