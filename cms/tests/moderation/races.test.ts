import { describe } from 'vitest';
import { describeRaces } from './race-cases.js';

describe('changes of state at once on SQLite', () => {
  describeRaces('sqlite');
});
