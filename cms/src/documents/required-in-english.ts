import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { labelOf } from '../editing/label-of';
import { refuse, type Issue } from './issues';
import type { Model } from './models';
import { ENGLISH, touchesEnglish, type Rule } from './write';

type Values = Record<string, unknown>;

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  // Media may be given as a change to what is there.
  return typeof value === 'object' && 'set' in value && isEmpty(value.set);
}

/** What an English text lacks before it can be public. */
function findMissing({ uid, attributes }: Model, values: Values): Issue[] {
  const issues: Issue[] = [];
  const need = (name: string, message: string) => {
    if (isEmpty(values[name])) issues.push({ path: [name], message });
  };
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.pluginOptions?.see?.requiredInEnglish) {
      need(name, `"${labelOf(uid, name)}" is needed in English before this can be published.`);
    }
  }
  if (uid === 'api::city.city' && !isEmpty(values.image)) {
    need('imageAlt', 'Say in words what the image shows, for people who cannot see it.');
    need('imageCredit', 'Name who made the image.');
  }
  if (uid === 'api::resource.resource' && isEmpty(values.file) && isEmpty(values.url)) {
    issues.push({ path: ['url'], message: 'A resource needs a file or an address.' });
  }
  return issues;
}

/** English is what all languages fall back to, so what is public must be complete in it. */
export function requireEnglish(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { model, documentId, data } = write;
    if (!write.goesLive || !touchesEnglish(write)) return undefined;
    const media = Object.keys(model.attributes).filter(
      (name) => model.attributes[name]?.type === 'media',
    );
    const where = {
      documentId,
      ...(model.isLocalised ? { locale: ENGLISH } : {}),
      ...(model.hasDrafts ? { publishedAt: null } : {}),
    };
    const row: unknown = documentId
      ? await strapi.db.query(model.uid).findOne({ where, populate: media })
      : null;
    const saved = z.record(z.string(), z.unknown()).nullable().parse(row);
    if (write.action === 'publish' && !saved) return undefined;
    const given = Object.fromEntries(
      Object.entries(data).filter(([, value]) => value !== undefined),
    );
    refuse(findMissing(model, { ...saved, ...given }));
    return undefined;
  };
}
