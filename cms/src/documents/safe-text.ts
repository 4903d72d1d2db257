/** What PostgreSQL and JSON cannot store in a text, or undefined. */
export function findTextProblem(text: string, maxLength: number): string | undefined {
  if (text.includes('\u0000')) return 'This text holds a NUL character; remove it.';
  if (/\p{Surrogate}/u.test(text))
    return 'This text holds half a character; type that place again.';
  return text.length > maxLength
    ? `This text has ${text.length} characters; ${maxLength} fit.`
    : undefined;
}
