import { createRequire } from 'node:module';
import type * as Strapi from '@strapi/strapi';
import type * as TypescriptUtils from '@strapi/typescript-utils';
import type * as Graphql from 'graphql';

interface Packages {
  '@strapi/strapi': typeof Strapi;
  '@strapi/typescript-utils': typeof TypescriptUtils;
  graphql: typeof Graphql;
}

/**
 * The CommonJS build of a package, the very instance that the compiled CMS requires. Strapi's ES
 * build does not load in Node (it imports directories).
 */
export function commonJs<Name extends keyof Packages>(name: Name): Packages[Name] {
  // A package's types describe both its builds, so its name vouches for them.
  return createRequire(import.meta.url)(name) as Packages[Name];
}
