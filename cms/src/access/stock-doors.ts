import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];
type Policy = (ctx: Context, config: unknown, deps: { strapi: Core.Strapi }) => Promise<boolean>;

interface Route {
  method: string;
  path: string;
  config: { policies: (string | object)[] };
}

/** What is used of a plugin that an extension is given, which has no types. */
export interface StockPlugin {
  routes: Record<string, { type?: string; routes: Route[] }>;
  policies?: Record<string, Policy>;
}

/**
 * Asks more at a route of the admin than Strapi does, which lets everybody who works there past
 * some of them.
 * @param policy the name of a policy
 */
export function demandAtRoute(plugin: StockPlugin, name: string, policy: string | object): void {
  const route = Object.values(plugin.routes)
    .filter(({ type }) => type === 'admin')
    .flatMap(({ routes }) => routes)
    .find(({ method, path }) => `${method} ${path}` === name);
  if (!route) throw new Error(`There is no route ${name} to ask more at: see what replaced it.`);
  route.config.policies.push(policy);
}

/** Lets only those who may do this action past a route of the admin. */
export function demandAction(plugin: StockPlugin, name: string, action: string): void {
  demandAtRoute(plugin, name, { name: 'admin::hasPermissions', config: { actions: [action] } });
}
