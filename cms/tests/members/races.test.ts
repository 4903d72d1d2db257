import { describe } from 'vitest';
import { describeEntryRaces } from './entry-race-cases.js';

describe('members at once on SQLite', () => {
  describeEntryRaces('sqlite');
});
