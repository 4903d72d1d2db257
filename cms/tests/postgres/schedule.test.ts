import { describe } from 'vitest';
import { describeSchedule } from '../schedule/schedule-cases.js';

describe('schedule on PostgreSQL', () => {
  describeSchedule('postgres');
});
