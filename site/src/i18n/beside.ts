/** Between facts in one line; the dot clings to the fact before it, so that no line begins with one. */
export const beside = '\u00a0· ';
