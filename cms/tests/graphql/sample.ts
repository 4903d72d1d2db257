import type { Core } from '@strapi/strapi';
import { rowId } from '../../src/access/row-id.js';

/** The order in which each sample city names them: not the order in which they were made. */
export const LISTED_CHALLENGES = ['third', 'first', 'second'];

const CITY = 'api::city.city';
const CHALLENGE = 'api::challenge.challenge';

export async function createFile(strapi: Core.Strapi): Promise<number> {
  const file: unknown = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'sample.png',
      hash: 'sample',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/sample.png',
      provider: 'local',
    },
  });
  return rowId(file);
}

async function createChallenge(
  strapi: Core.Strapi,
  slug: string,
  options: { publish: boolean; sources: number },
): Promise<string> {
  const { documentId } = await strapi.documents(CHALLENGE).create({
    locale: 'en',
    data: {
      slug,
      title: `Challenge ${slug}`,
      definition: `What ${slug} means.`,
      sources: Array.from({ length: options.sources }, (_, index) => ({
        label: `source ${index}`,
      })),
    },
  });
  if (options.publish) await strapi.documents(CHALLENGE).publish({ documentId, locale: 'en' });
  return documentId;
}

/** Published cities, each with a picture, a population, two sources and three published challenges. */
export async function createCities(
  strapi: Core.Strapi,
  count: number,
  file: number,
): Promise<string[]> {
  const challenges = new Map<string, string>();
  for (const slug of ['first', 'second', 'third']) {
    challenges.set(slug, await createChallenge(strapi, slug, { publish: true, sources: 2 }));
  }
  await createChallenge(strapi, 'long', { publish: true, sources: 120 });
  const draft = await createChallenge(strapi, 'never-published', { publish: false, sources: 0 });
  const listed = LISTED_CHALLENGES.map((slug) => challenges.get(slug) ?? '');
  const documentIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { documentId } = await strapi.documents(CITY).create({
      locale: 'en',
      data: {
        ref: `SEE-C-9${String(index).padStart(2, '0')}`,
        slug: `sample-${index}`,
        name: `Sample ${index}`,
        localName: `Sample ${index}`,
        summary: 'A town made up for a test.',
        kind: 'municipality',
        country: 'GR',
        latitude: 41,
        longitude: 24,
        image: file,
        imageAlt: 'A square',
        imageCredit: 'Nobody',
        population: { value: 1000 + index, year: 2021, source: 'census' },
        sources: [{ label: `second of ${index}` }, { label: `first of ${index}` }],
        challenges: [...listed, draft],
      },
    });
    await strapi.documents(CITY).publish({ documentId, locale: 'en' });
    documentIds.push(documentId);
  }
  return documentIds;
}
