import type { Core } from '@strapi/strapi';
import { adminService } from './admin-services';

/** Asking the publisher to publish now, to go back to the last release, and to go on. */
export const RELEASE_ACTION = 'api::publishing.release';

/** Seeing what members sent in, and answering it. */
export const REVIEW_ACTION = 'api::moderation.review';

/** Makes the actions of this project known to the admin, so that roles can be given them. */
export async function registerAdminActions(strapi: Core.Strapi): Promise<void> {
  await adminService(strapi, 'admin::permission').actionProvider.registerMany([
    {
      uid: 'publishing.release',
      section: 'settings',
      category: 'Publishing',
      displayName: 'Publish now, roll back and resume',
    },
    {
      uid: 'moderation.review',
      section: 'settings',
      category: 'Moderation',
      displayName: 'See and answer what members sent in',
    },
  ]);
}
