import { describeEntryAttacks } from './entry-cases.js';

describeEntryAttacks('sqlite');
