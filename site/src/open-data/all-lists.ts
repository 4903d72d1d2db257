import type { OpenList } from './list.ts';
import { adaptationList } from './lists/adaptations.ts';
import { challengeList } from './lists/challenges.ts';
import { cityList } from './lists/cities.ts';
import { glossaryList } from './lists/glossary.ts';
import { instrumentList } from './lists/instruments.ts';
import { methodologyList } from './lists/methodologies.ts';
import { networkList } from './lists/networks.ts';
import { newsList } from './lists/news.ts';
import { noticeList } from './lists/notices.ts';
import { organisationList } from './lists/organisations.ts';
import { pageList } from './lists/pages.ts';
import { practiceList } from './lists/practices.ts';
import { projectList } from './lists/projects.ts';
import { resourceList } from './lists/resources.ts';
import { strategyList } from './lists/strategies.ts';

/** Every list that is given out, the ones asked for most first. */
export const openLists: readonly OpenList[] = [
  practiceList,
  cityList,
  methodologyList,
  projectList,
  strategyList,
  networkList,
  instrumentList,
  challengeList,
  organisationList,
  resourceList,
  glossaryList,
  newsList,
  pageList,
  adaptationList,
  noticeList,
];
