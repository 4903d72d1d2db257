import type { Core } from '@strapi/strapi';
import { makeAccountLimits } from './account-limits';
import { mailedRoutes } from './mailed-routes';
import { sessionRoutes } from './session-routes';

/** Strapi's routes of accounts, in the form that the contract gives them. */
export function addAccountRoutes(strapi: Core.Strapi): void {
  const doors = { strapi, limits: makeAccountLimits() };
  strapi.server.routes({
    type: 'content-api',
    prefix: '/auth',
    routes: [...mailedRoutes(doors), ...sessionRoutes(doors)],
  });
}
