import type { ContentFile } from './content-file.ts';
import type { Random } from './random.ts';

const sources = {
  practices: [
    'summary',
    'context',
    'problem',
    'actions',
    'results',
    'went_wrong',
    'transfer_needs',
  ],
  projects: ['summary'],
  methodologies: ['summary', 'purpose'],
  challenges: ['definition'],
  cities: ['summary'],
} as const;

/** Sentences of the real content, to write other texts with. */
export class Vocabulary {
  readonly #sentences: readonly string[];
  readonly stepTitles: readonly string[];

  constructor(content: ContentFile) {
    const texts = Object.entries(sources).flatMap(([table, columns]) =>
      columns.flatMap((column) => textsOf(content, table, column)),
    );
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u));
    this.#sentences = [...new Set(sentences)].filter((each) => each.length > 30);
    this.stepTitles = content
      .rows('SELECT DISTINCT title FROM components_practice_process_step')
      .map((each) => String(each.title));
  }

  /** Whole sentences, about as long as asked for and never longer than `most`. */
  text(random: Random, about: number, most = about + 300): string {
    const chosen: string[] = [];
    let length = 0;
    while (length < about) {
      const sentence = random.pick(this.#sentences);
      if (length + sentence.length + 1 > most) break;
      chosen.push(sentence);
      length += sentence.length + 1;
    }
    return chosen.join(' ') || random.pick(this.#sentences).slice(0, most);
  }
}

function textsOf(content: ContentFile, table: string, column: string): string[] {
  const hasLanguages = table !== 'practices';
  const english = hasLanguages ? ` AND locale = 'en'` : '';
  return content
    .rows(
      `SELECT DISTINCT ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL AND published_at IS NOT NULL${english} ORDER BY 1`,
    )
    .map((each) => String(each.text));
}
