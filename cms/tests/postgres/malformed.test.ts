import { testMalformedRequests } from '../requests/malformed.js';

testMalformedRequests('postgres');
