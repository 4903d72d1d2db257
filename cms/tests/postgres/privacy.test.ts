import { describe } from 'vitest';
import { describeErasure } from '../privacy/erasure-cases.js';

describe('erasing members on PostgreSQL', () => {
  describeErasure('postgres');
});
