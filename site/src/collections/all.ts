import { adaptations } from './adaptations.ts';
import { challenges } from './challenges.ts';
import { cities } from './cities.ts';
import type { Collection } from './collection.ts';
import { glossaryTerms } from './glossary-terms.ts';
import { instruments } from './instruments.ts';
import { methodologies } from './methodologies.ts';
import { networks } from './networks.ts';
import { newsItems } from './news-items.ts';
import { notices } from './notices.ts';
import { organisations } from './organisations.ts';
import { pages } from './pages.ts';
import { practices } from './practices.ts';
import { projects } from './projects.ts';
import { resources } from './resources.ts';
import { strategies } from './strategies.ts';

/** Every content type the site pulls. */
export const collections: readonly Collection[] = [
  cities,
  challenges,
  methodologies,
  practices,
  adaptations,
  notices,
  projects,
  strategies,
  instruments,
  networks,
  organisations,
  resources,
  glossaryTerms,
  newsItems,
  pages,
];
