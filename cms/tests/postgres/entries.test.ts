import { describe } from 'vitest';
import { describeEntryRaces } from '../members/entry-race-cases.js';

describe('members at once on PostgreSQL', () => {
  describeEntryRaces('postgres');
});
