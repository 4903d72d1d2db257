import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import { labelOf } from '../editing/label-of';
import { readModels } from '../documents/models';
import { visitValues } from '../documents/values';
import type { ReviewedUid } from './reviewed-types';

/** Something in a text that may be about a person and has no place in public. */
export interface PersonalData {
  /** Attributes and places in lists, joined with dots. */
  path: string;
  label: string;
  kind: 'email' | 'phone' | 'iban' | 'idNumber';
  found: string;
}

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.\p{L}{2,}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;
const FISCAL_CODE = /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi;
/** Personal numbers of the region have 10 to 13 digits without a gap. */
const ID_NUMBER = /(?<![\d.,+])\d{10,13}(?![\d.,]\d|\d)/g;
/** Seven digits and more, in groups, with a country's code or a leading zero. */
const PHONE = /(?<![\d.,])(?:\+|00?)\d(?:[ ./()-]{0,2}\d){6,14}(?!\d)/g;

const KINDS = [
  ['email', EMAIL],
  ['iban', IBAN],
  ['idNumber', FISCAL_CODE],
  ['phone', PHONE],
  ['idNumber', ID_NUMBER],
] as const;

/** Each is found once, as the first kind that fits. */
export function findInText(text: string): Pick<PersonalData, 'kind' | 'found'>[] {
  const found: Pick<PersonalData, 'kind' | 'found'>[] = [];
  let rest = text;
  for (const [kind, pattern] of KINDS) {
    rest = rest.replace(pattern, (match) => {
      found.push({ kind, found: match.trim() });
      return ' ';
    });
  }
  return found;
}

/** Kept by the system or for the editors' eyes: none of it is the member's public text. */
const NOT_PUBLIC = new Set(['reviewerMessage', 'documentId', 'ref', 'slug']);

/** @throws ValidationError for each field with a mail address: the publisher shows none to readers */
export async function refuseMailAddresses(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<void> {
  const hints = findPersonalData(strapi, uid, await readTexts(strapi, uid, documentId));
  refuse(
    hints
      .filter(({ kind }) => kind === 'email')
      .map(({ path, label, found }) => ({
        path: path.split('.'),
        message: `“${label}” holds the mail address ${found}, which must not go live: take it out, save, and try again, or ask for changes.`,
      })),
  );
}

/** The values of the working copy with its components. */
export async function readTexts(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<Record<string, unknown>> {
  const components = Object.entries(strapi.contentType(uid).attributes).flatMap(
    ([name, { type }]) => (type === 'component' ? [name] : []),
  );
  const where = { documentId, publishedAt: { $null: true } };
  const row: unknown = await strapi.db.query(uid).findOne({ where, populate: components });
  return z.record(z.string(), z.unknown()).parse(row);
}

/** Hints for the moderator; a machine cannot know whether a name or number may stand there. */
export function findPersonalData(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  values: Record<string, unknown>,
): PersonalData[] {
  const models = readModels(strapi);
  const hints: PersonalData[] = [];
  visitValues(models, models(uid), values, ({ type }, value, path) => {
    const name = String(path[0]);
    if (typeof value !== 'string' || (type !== 'string' && type !== 'text')) return;
    if (NOT_PUBLIC.has(name)) return;
    for (const found of findInText(value)) {
      hints.push({ path: path.join('.'), label: labelOf(uid, name), ...found });
    }
  });
  return hints;
}
