import { testRoutes } from '../access/route-cases.js';

testRoutes('postgres');
