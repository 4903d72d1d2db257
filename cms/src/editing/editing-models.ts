import type { EditingModel } from './editing-model';
import { adaptationEditing } from './labels/adaptation';
import { challengeEditing, synonymsEditing } from './labels/challenge';
import { cityEditing, populationEditing } from './labels/city';
import { glossaryTermEditing, nationalTermEditing } from './labels/glossary-term';
import { compositionEditing, instrumentEditing } from './labels/instrument';
import { memberAccountEditing } from './labels/member-account';
import { methodologyEditing, methodologyStepEditing } from './labels/methodology';
import { networkEditing, networkMemberEditing } from './labels/network';
import { newsItemEditing } from './labels/news-item';
import { noticeEditing } from './labels/notice';
import { organisationEditing } from './labels/organisation';
import { pageEditing } from './labels/page';
import { practiceEditing } from './labels/practice';
import { practicePartsEditing } from './labels/practice-parts';
import { projectEditing } from './labels/project';
import { resourceEditing } from './labels/resource';
import { sourceEditing } from './labels/source';
import { strategyEditing, strategyPartsEditing } from './labels/strategy';

export const TYPES: readonly EditingModel[] = [
  adaptationEditing,
  challengeEditing,
  cityEditing,
  glossaryTermEditing,
  instrumentEditing,
  memberAccountEditing,
  methodologyEditing,
  networkEditing,
  newsItemEditing,
  noticeEditing,
  organisationEditing,
  pageEditing,
  practiceEditing,
  projectEditing,
  resourceEditing,
  strategyEditing,
];

export const COMPONENTS: readonly EditingModel[] = [
  compositionEditing,
  methodologyStepEditing,
  nationalTermEditing,
  networkMemberEditing,
  populationEditing,
  sourceEditing,
  synonymsEditing,
  ...practicePartsEditing,
  ...strategyPartsEditing,
];
