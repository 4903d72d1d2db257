import type { Core } from '@strapi/strapi';
import { syncAccountSettings } from './access/account-settings';
import { assertAccess } from './access/assert-access';
import { syncBuildToken } from './access/build-token';
import { syncVisitorRoles } from './access/visitor-roles';
import { syncLocales } from './editing/locales';
import { exposePublishedContent } from './graphql/expose';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.customFields.register({ name: 'choices', type: 'json' });
    exposePublishedContent(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await syncLocales(strapi);
    await syncVisitorRoles(strapi);
    await syncAccountSettings(strapi);
    await syncBuildToken(strapi);
    await assertAccess(strapi);
  },
};
