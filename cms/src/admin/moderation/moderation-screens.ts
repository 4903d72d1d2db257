import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import { CheckCircle } from '@strapi/icons';
import { REVIEW_PERMISSIONS } from './review-permissions';

/** On the home page of those who answer members. */
export const queueWidget: WidgetArgs = {
  id: 'queue',
  icon: CheckCircle,
  title: { id: 'see.queue.title', defaultMessage: 'Queue' },
  component: async () => (await import('./queue-widget')).default,
  permissions: REVIEW_PERMISSIONS,
};

export function addQueuePage(app: StrapiApp): void {
  app.addMenuLink({
    to: 'moderation',
    icon: CheckCircle,
    intlLabel: { id: 'see.queue.title', defaultMessage: 'Queue' },
    permissions: REVIEW_PERMISSIONS,
    Component: () => import('./queue-page'),
  });
}
