import { fieldsOf, listOf, numberOf, parseJson, textOf } from './unknown.ts';

/** A report of "we tried it", as the site publishes it. */
export interface Trial {
  /** The ref of the practice that was tried. */
  readonly practice: string;
  readonly year: number;
  readonly told: { readonly whatChanged: string; readonly whatHappened: string };
}

/** All published reports; none where the site cannot be asked just now. */
export async function readTrials(): Promise<Trial[]> {
  const text = await fetch('/data/adaptations.json')
    .then((response) => (response.ok ? response.text() : '[]'))
    .catch(() => '[]');
  return listOf(parseJson(text)).map((value) => {
    const { practice, year, whatChanged, whatHappened } = fieldsOf(value);
    return {
      practice: textOf(practice),
      year: numberOf(year) ?? 0,
      told: { whatChanged: textOf(whatChanged), whatHappened: textOf(whatHappened) },
    };
  });
}
