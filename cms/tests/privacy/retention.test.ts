import { describe } from 'vitest';
import { describeRetention } from './retention-cases.js';

describe('letting go of what is kept no longer', () => {
  describeRetention('sqlite');
});
