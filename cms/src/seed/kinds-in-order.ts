import type { Kind } from './kind';
import { challengeKind } from './kinds/challenge';
import { cityKind } from './kinds/city';
import { glossaryTermKind } from './kinds/glossary-term';
import { instrumentKind } from './kinds/instrument';
import { methodologyKind } from './kinds/methodology';
import { networkKind } from './kinds/network';
import { newsItemKind } from './kinds/news-item';
import { organisationKind } from './kinds/organisation';
import { pageKind } from './kinds/page';
import { practiceKind } from './kinds/practice';
import { projectKind } from './kinds/project';
import { resourceKind } from './kinds/resource';
import { strategyKind } from './kinds/strategy';

/**
 * The order in which progress is told and entries are made: the general before what builds on it.
 */
export const KINDS: readonly Kind[] = [
  challengeKind,
  cityKind,
  organisationKind,
  resourceKind,
  strategyKind,
  instrumentKind,
  projectKind,
  methodologyKind,
  networkKind,
  practiceKind,
  glossaryTermKind,
  newsItemKind,
  pageKind,
];
