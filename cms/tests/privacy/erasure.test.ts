import { describe } from 'vitest';
import { describeErasure } from './erasure-cases.js';

describe('erasing members', () => {
  describeErasure('sqlite');
});
