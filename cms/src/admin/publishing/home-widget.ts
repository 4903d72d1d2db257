import type { WidgetArgs } from '@strapi/strapi/admin';
import { PaperPlane } from '@strapi/icons';

/** For everybody who works here; the buttons in it are for those who may steer. */
export const homeWidget: WidgetArgs = {
  id: 'publishing',
  icon: PaperPlane,
  title: { id: 'see.publishing.title', defaultMessage: 'Publishing' },
  component: async () => (await import('./publishing-widget')).default,
};
