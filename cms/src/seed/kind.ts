import type { UID } from '@strapi/strapi';
import type { z } from 'zod';
import type { Problem } from './problem';
import type { Fields } from './target';

/** Answers what another record says, for the few fields that repeat it. */
export interface LookUp {
  nameOf(ref: string): string | null;
}

/** A part of the files that the content model has no place for. */
interface Drop<T> {
  field: string;
  reason: string;
  concerns(record: T): boolean;
}

interface KindDefinition<Schema extends z.ZodType<{ ref: string }>> {
  /** Name of the file without its extension; also the section in the translation files. */
  file: string;
  letter: string;
  uid: UID.ContentType;
  record: Schema;
  toFields(record: z.output<Schema>, lookUp: LookUp): Fields;
  /** What a translation file may say about a record; none when the type is not translated. */
  translation?: z.ZodType<Fields>;
  drops?: readonly Drop<z.output<Schema>>[];
}

/** Where a record stands: the file, and its ref or its number there. */
interface Place {
  file: string;
  record: string;
}

type ReadRecord =
  | { ok: true; ref: string; fields: Fields; dropped: readonly string[] }
  | { ok: false; problems: Problem[] };

export interface Kind {
  file: string;
  letter: string;
  uid: UID.ContentType;
  translation: z.ZodType<Fields> | null;
  drops: readonly { field: string; reason: string }[];
  read(raw: unknown, place: Place, lookUp: LookUp): ReadRecord;
}

/** Ties one file to one content type: how a record is checked and what it becomes. */
export function defineKind<Schema extends z.ZodType<{ ref: string }>>(
  definition: KindDefinition<Schema>,
): Kind {
  const drops = definition.drops ?? [];
  return {
    file: definition.file,
    letter: definition.letter,
    uid: definition.uid,
    translation: definition.translation ?? null,
    drops,
    read(raw, { file, record }, lookUp) {
      const parsed = definition.record.safeParse(raw, { error: sayMissing });
      if (!parsed.success) return { ok: false, problems: toProblems(file, record, parsed.error) };
      return {
        ok: true,
        ref: parsed.data.ref,
        fields: definition.toFields(parsed.data, lookUp),
        dropped: drops.filter((drop) => drop.concerns(parsed.data)).map((drop) => drop.field),
      };
    },
  };
}

/** In words for whoever writes the files; what else is wrong, the schemas say. */
function sayMissing({ code, input }: { code?: string; input?: unknown }): string | undefined {
  return code === 'invalid_type' && input === undefined
    ? 'is missing; where it is not known, say null.'
    : undefined;
}

export function toProblems(file: string, record: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    file,
    record,
    path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    message: issue.message,
  }));
}
