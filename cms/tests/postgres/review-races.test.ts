import { describe } from 'vitest';
import { describeRaces } from '../moderation/race-cases.js';

describe('changes of state at once on PostgreSQL', () => {
  describeRaces('postgres');
});
