import { ContentFile, type Row } from './content-file.ts';
import { Random } from './random.ts';
import { Targets } from './targets.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Sources, writePractice } from './write-practice.ts';

const seed = 20_130_509;
const reportEvery = 2_000;

/**
 * Fills a seeded database up to so many practices, the same ones in every run. The rows are written
 * as Strapi would write them, without Strapi: through its document service this takes many minutes,
 * and none of that is what is measured.
 */
export function generatePractices(
  databaseFile: string,
  entries: number,
  say: (line: string) => void,
): number {
  const content = new ContentFile(databaseFile);
  try {
    const targets = new Targets(content);
    const sources: Sources = {
      content,
      random: new Random(seed),
      vocabulary: new Vocabulary(content),
      targets,
      models: readModels(content),
    };
    const there = targets.of('practices').length;
    const [counter] = content.rows(`SELECT last FROM ref_counters WHERE letter = 'P'`);
    const first = Number(counter?.last ?? 0) + 1;
    const missing = Math.max(0, entries - there);
    content.transaction(() => {
      for (let index = 0; index < missing; index++) {
        writePractice(sources, first + index);
        if ((index + 1) % reportEvery === 0) say(`${index + 1} of ${missing} practices`);
      }
      content.run(`UPDATE ref_counters SET last = ? WHERE letter = 'P'`, first + missing - 1);
    });
    content.run('ANALYZE');
    return missing;
  } finally {
    content.close();
  }
}

function readModels(content: ContentFile): Sources['models'] {
  const rows = content.rows(
    'SELECT * FROM practices WHERE published_at IS NOT NULL ORDER BY length(ref), ref',
  );
  return rows.map((row) => {
    const parts = (table: string, field: string) =>
      content.rows(
        `SELECT part.* FROM practices_cmps JOIN ${table} AS part ON part.id = cmp_id
         WHERE entity_id = ? AND field = ? ORDER BY "order"`,
        Number(row.id),
        field,
      );
    const [note] = parts('components_practice_review_note', 'reviewNote');
    return {
      row,
      sources: parts('components_shared_source', 'sources').slice(0, 3),
      indicators: parts('components_practice_indicator', 'indicators').slice(0, 3),
      note:
        note ?? ({ checked_how: 'deskOnly', role: 'curator', date: '2026-01-01' } satisfies Row),
    };
  });
}
