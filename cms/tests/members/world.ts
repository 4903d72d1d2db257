import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  CHALLENGE,
  CITY,
  cityData,
  documents,
  METHODOLOGY,
  PRACTICE,
} from '../documents/support.js';

const refSchema = z.object({ documentId: z.string(), ref: z.string() });

/** What members' entries refer to: by ref, and one of it that readers do not see. */
export interface World {
  city: string;
  otherCity: string;
  hiddenCity: string;
  challenge: string;
  methodology: string;
  practice: string;
}

/** A published town, challenge, methodology and practice of the editors, and a town in draft. */
export async function createWorld(strapi: Core.Strapi): Promise<World> {
  const make = async (uid: Parameters<typeof documents>[1], data: object, isLive = true) => {
    const service = documents(strapi, uid);
    const { documentId, ref } = refSchema.parse(await service.create({ data, locale: 'en' }));
    if (isLive) await service.publish(documentId);
    return ref;
  };
  return {
    city: await make(CITY, cityData()),
    otherCity: await make(CITY, cityData()),
    hiddenCity: await make(CITY, cityData(), false),
    challenge: await make(CHALLENGE, { title: 'Empty shops', definition: 'Shops stand empty.' }),
    methodology: await make(METHODOLOGY, {
      title: 'Walks',
      summary: 'Walks with neighbours.',
      purpose: 'To see.',
      phases: ['mobilise'],
      participationLevel: 'involve',
    }),
    practice: await make(PRACTICE, {
      title: 'A garden on the roof',
      oneLine: 'A roof became a garden.',
      originalLanguage: 'en',
      form: 'short',
      lifecycle: 'running',
    }),
  };
}

/** A short practice in which nothing is missing. */
export const wholePractice = ({ city, challenge }: World): Record<string, unknown> => ({
  title: 'A market that stays',
  oneLine: 'Traders and neighbours keep a market square alive.',
  originalLanguage: 'en',
  form: 'short',
  cities: [city],
  challenges: [challenge],
  actions: 'The town lent stalls and asked the traders what they need.',
  results: 'Forty traders came back.',
  costCard: { costBand: 'under5k' },
  lifecycle: 'running',
  startYear: 2019,
  organisationName: 'Town of Test',
});

export const wholeAdaptation = ({ city, methodology }: World): Record<string, unknown> => ({
  methodology,
  city,
  year: 2024,
  whatChanged: 'We walked in the evening.',
  whatHappened: 'More people came.',
});

export const wholeNotice = ({ city, challenge }: World): Record<string, unknown> => ({
  kind: 'wanted',
  city,
  challenge,
  text: 'Who has reopened a market hall?',
  expiresOn: '2099-12-31',
});
