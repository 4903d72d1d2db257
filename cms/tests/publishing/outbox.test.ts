import { describe } from 'vitest';
import { describeOutbox } from './outbox-cases.js';

describe('outbox on SQLite', () => {
  describeOutbox('sqlite');
});
