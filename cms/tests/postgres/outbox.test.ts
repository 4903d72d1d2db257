import { describe } from 'vitest';
import { describeOutbox } from '../publishing/outbox-cases.js';

describe('outbox on PostgreSQL', () => {
  describeOutbox('postgres');
});
