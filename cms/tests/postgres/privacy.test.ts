import { describe } from 'vitest';
import { describeErasure } from '../privacy/erasure-cases.js';
import { describeRetention } from '../privacy/retention-cases.js';

describe('erasing members on PostgreSQL', () => {
  describeErasure('postgres');
});

describe('letting go of what is kept no longer on PostgreSQL', () => {
  describeRetention('postgres');
});
