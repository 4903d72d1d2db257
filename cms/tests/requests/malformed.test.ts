import { testMalformedRequests } from './malformed.js';

testMalformedRequests('sqlite');
