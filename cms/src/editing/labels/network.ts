import type { EditingModel } from '../editing-model';
import {
  recordHidden,
  recordRows,
  recordTexts,
  scheduleRow,
  scheduleTexts,
  translationTexts,
} from './common';

export const networkEditing: EditingModel = {
  uid: 'api::network.network',
  mainField: 'name',
  columns: ['ref', 'name', 'kind'],
  rows: [
    ['name'],
    ['summary'],
    ['translation'],
    ['kind', 'foundedYear', 'lifecycle'],
    ['coordinator'],
    ['project'],
    ['members'],
    ['challenges'],
    ['howToJoin'],
    ['website'],
    ...recordRows,
    ['ref', 'slug'],
    scheduleRow,
  ],
  texts: {
    ...recordTexts,
    ...scheduleTexts,
    ...translationTexts,
    name: ['Name'],
    kind: ['Kind'],
    summary: ['Summary', 'Two sentences for lists and search.'],
    foundedYear: ['Founded in year'],
    lifecycle: ['Where it stands', 'Running, paused, stopped.'],
    coordinator: ['Coordinated by', 'Organisation.'],
    members: ['Members', 'Towns in it, with their role and years.'],
    challenges: ['Challenges', 'What it works on.'],
    project: ['Project', 'The project it grew out of.'],
    howToJoin: ['How to join', 'What a town has to do.'],
    website: ['Website', 'Starts with https://'],
  },
  hidden: recordHidden,
  readOnly: ['ref'],
};

export const networkMemberEditing: EditingModel = {
  uid: 'network.member',
  mainField: 'name',
  rows: [['city'], ['name'], ['role', 'since', 'until']],
  texts: {
    city: ['Town or region', 'If it has an entry on the platform.'],
    name: ['Name', 'Shown when there is no entry.'],
    role: ['Role'],
    since: ['Since year'],
    until: ['Until year', 'Empty while it is a member.'],
  },
};
