import { testRoutes } from './route-cases.js';

testRoutes('sqlite');
