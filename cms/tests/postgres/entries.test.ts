import { describe } from 'vitest';
import { describeEntryAttacks } from '../attack/entry-cases.js';
import { describeEntryRaces } from '../members/entry-race-cases.js';

describe('members at once on PostgreSQL', () => {
  describeEntryRaces('postgres');
});

describe('attacks on entries on PostgreSQL', () => {
  describeEntryAttacks('postgres');
});
