import { describe } from 'vitest';
import { describeSchedule } from './schedule-cases.js';

describe('schedule on SQLite', () => {
  describeSchedule('sqlite');
});
