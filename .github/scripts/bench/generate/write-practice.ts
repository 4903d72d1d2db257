import type { ContentFile, Row } from './content-file.ts';
import { blockValues, costValues, practiceValues, relations, stepValues } from './practice.ts';
import type { Random } from './random.ts';
import type { Target, Targets } from './targets.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One component of a practice; its rows are stored once for the draft, once for the published. */
interface Part {
  readonly field: string;
  readonly component: string;
  readonly table: string;
  readonly isList: boolean;
  readonly values: Row;
  readonly methodology?: Target | undefined;
}

export interface Sources {
  readonly content: ContentFile;
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly targets: Targets;
  /** Published practices of the real content: what is not made up is theirs. */
  readonly models: readonly {
    row: Row;
    sources: readonly Row[];
    indicators: readonly Row[];
    note: Row;
  }[];
}

/** Stores a practice as Strapi does: a draft and what is published, with parts and relations. */
export function writePractice(sources: Sources, number: number): void {
  const { content, random, targets } = sources;
  const chosen = relations.map((relation) => ({
    relation,
    found: relation.choose(random, targets.of(relation.target)),
  }));
  const city = chosen[0]?.found[0];
  if (!city) throw new Error('A practice needs a city, and the content has none.');
  const model = random.pick(sources.models);
  const parts = makeParts(sources, model);
  const links = {
    ...Object.fromEntries(
      chosen
        .filter(({ found }) => found.length > 0)
        .map(({ relation, found }) => [relation.attribute, found.map((each) => each.documentId)]),
    ),
    processSteps: parts
      .filter(({ field }) => field === 'processSteps')
      .map(({ methodology }) => (methodology ? { methodology: [methodology.documentId] } : {})),
  };
  const at = Number(model.row.published_at) - number * 60_000;
  const documentId = random.documentId();
  const values: Row = {
    ...model.row,
    ...practiceValues(random, sources.vocabulary, { number, model: model.row, city }),
    document_id: documentId,
    links: JSON.stringify(links),
    organisation_name:
      chosen.find(({ relation }) => relation.attribute === 'organisation')?.found[0]?.name ?? null,
    created_at: at,
    updated_at: at,
  };
  const rows = { draft: 0, published: 0 };
  for (const version of ['draft', 'published'] as const) {
    const id = content.insert('practices', {
      ...values,
      published_at: version === 'published' ? at : null,
    });
    rows[version] = id;
    for (const { relation, found } of chosen) {
      for (const [index, target] of found.entries()) {
        content.insert(relation.table, {
          practice_id: id,
          [relation.column]: target[version],
          ...(relation.order ? { [relation.order]: index + 1 } : {}),
        });
      }
    }
    writeParts(content, id, parts, version);
  }
  targets.add('practices', {
    documentId,
    slug: String(values.slug),
    name: String(values.title),
    ...rows,
  });
}

function makeParts(sources: Sources, model: Sources['models'][number]): Part[] {
  const { random, vocabulary, targets } = sources;
  const part = (field: string, name: string, values: Row, isList = true): Part => ({
    field,
    component: name,
    table: `components_${name.replace(/[.-]/g, '_')}`,
    isList,
    values,
  });
  return [
    ...Array.from({ length: random.whole(3, 6) }, () => ({
      ...part('processSteps', 'practice.process-step', stepValues(random, vocabulary)),
      methodology: random.chance(0.3) ? random.pick(targets.of('methodologies')) : undefined,
    })),
    ...Array.from({ length: random.whole(1, 2) }, () =>
      part('buildingBlocks', 'practice.building-block', blockValues(random, vocabulary)),
    ),
    part('costCard', 'practice.cost-card', costValues(random, vocabulary), false),
    part('reviewNote', 'practice.review-note', model.note, false),
    ...model.indicators.map((values) => part('indicators', 'practice.indicator', values)),
    ...model.sources.map((values) => part('sources', 'shared.source', values)),
  ];
}

function writeParts(
  content: ContentFile,
  practice: number,
  parts: readonly Part[],
  version: 'draft' | 'published',
): void {
  const places = new Map<string, number>();
  for (const { field, component, table, isList, values, methodology } of parts) {
    const id = content.insert(table, values);
    const place = (places.get(field) ?? 0) + 1;
    places.set(field, place);
    content.insert('practices_cmps', {
      entity_id: practice,
      cmp_id: id,
      component_type: component,
      field,
      order: isList ? place : null,
    });
    if (methodology) {
      content.insert('components_practice_process_step_methodology_lnk', {
        process_step_id: id,
        methodology_id: methodology[version],
      });
    }
  }
}
