/** The wording of privacy that somebody who registers agrees to; a new wording takes a new date. */
export const consentVersion = '2026-11';
