import type { Core } from '@strapi/strapi';
import { checkChoices } from './choices';
import { discardOnlyToPublished } from './discard-only-to-published';
import { keepEnglishFirst } from './english-first';
import { keepEnglishValues } from './english-values';
import { keepFormerSlugs } from './former-slugs';
import { keepLinks } from './links/keep-links';
import { readModels } from './models';
import { giveRef } from './ref';
import { keepPageKeysApart } from './page-key';
import { requireEnglish } from './required-in-english';
import { refuseUnsafeValues } from './safe-values';
import { keepReview } from '../moderation/keep-review';
import { keepSchedule } from '../schedule/keep-schedule';
import { giveSlug } from './slug';
import { applyRules, type Rule } from './write';

/**
 * Everything that holds for every document, whoever writes it: admin, REST, seed or script.
 *
 * @param witnesses rules that change nothing and look at what the others made of a write
 */
export function registerDocumentRules(strapi: Core.Strapi, witnesses: Rule[]): void {
  const models = readModels(strapi);
  applyRules(strapi, models, [
    keepEnglishFirst(strapi),
    keepEnglishValues(strapi, models),
    refuseUnsafeValues(strapi, models),
    checkChoices(models),
    requireEnglish(strapi),
    giveRef(strapi),
    giveSlug(strapi),
    keepPageKeysApart(strapi),
    keepFormerSlugs(strapi),
    discardOnlyToPublished(strapi),
    keepReview(strapi),
    keepSchedule(strapi),
    keepLinks(strapi, models),
    ...witnesses,
  ]);
}
