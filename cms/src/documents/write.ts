import type { Core, Modules } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from './issues';
import type { Model, Models } from './models';

/** The language every document starts from and falls back to. */
export const ENGLISH = 'en';

const WRITES = [
  'create',
  'update',
  'clone',
  'delete',
  'publish',
  'unpublish',
  'discardDraft',
] as const;

const paramsSchema = z.object({
  documentId: z.string().optional(),
  locale: z.union([z.string(), z.array(z.string())]).nullish(),
  status: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

/** One call that changes documents, as the rules see it. */
export interface Write {
  readonly action: (typeof WRITES)[number];
  readonly model: Model;
  readonly documentId: string | undefined;
  /** Values to be saved; a rule may change them. */
  data: Record<string, unknown>;
  /** The languages of the rows to be written, `'*'` for all; English for types without languages. */
  locale: string | string[];
  /** True when rows become visible to the public by this very call. */
  readonly goesLive: boolean;
}

type AfterWrite = (result: unknown) => Promise<void>;

/** Looks at a write before it happens; may refuse it, change it, and ask to be called after it. */
export type Rule = (write: Write) => AfterWrite | undefined | Promise<AfterWrite | undefined>;

export function touchesEnglish({ locale }: Write): boolean {
  return (
    locale === '*' || locale === ENGLISH || (Array.isArray(locale) && locale.includes(ENGLISH))
  );
}

/** The languages a write is about; null for the document as a whole. */
export function languagesOf({ locale, model }: Write): string[] | null {
  if (!model.isLocalised || locale === '*') return null;
  return Array.isArray(locale) ? locale : [locale];
}

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

function readWrite(context: Context, models: Models): Write | undefined {
  const action = WRITES.find((name) => name === context.action);
  if (!action || !context.uid.startsWith('api::')) return undefined;
  const { data: params, error } = paramsSchema.safeParse(context.params);
  if (!params) {
    refuse(error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
    return undefined;
  }
  const model = models(context.uid);
  const savesValues = action === 'create' || action === 'update';
  return {
    action,
    model,
    documentId: params.documentId,
    data: { ...params.data },
    locale: (model.isLocalised && params.locale) || ENGLISH,
    goesLive:
      action === 'publish' || (savesValues && (!model.hasDrafts || params.status === 'published')),
  };
}

/** Hands what the rules made of a write back to Strapi. */
function applyWrite(context: Context, write: Write): void {
  const takesData = ['create', 'update', 'clone'].includes(write.action);
  Object.assign(context, {
    params: {
      ...context.params,
      ...(takesData ? { data: write.data } : {}),
      ...(write.model.isLocalised ? { locale: write.locale } : {}),
    },
  });
}

/** Runs the rules around every write, all in the transaction of that write. */
export function applyRules(strapi: Core.Strapi, models: Models, rules: Rule[]): void {
  strapi.documents.use(async (context, next) => {
    const write = readWrite(context, models);
    if (!write) return next();
    return strapi.db.transaction(async () => {
      const followUps: AfterWrite[] = [];
      for (const rule of rules) {
        const followUp = await rule(write);
        if (followUp) followUps.push(followUp);
      }
      applyWrite(context, write);
      const result = await next();
      for (const followUp of followUps) await followUp(result);
      return result;
    });
  });
}
