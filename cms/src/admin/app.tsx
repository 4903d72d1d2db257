import type { StrapiApp } from '@strapi/strapi/admin';
import { hideRefFromColumns } from './columns-without-ref';
import { hideAnnouncements } from './hide-announcements';
import { LIST_LABELS } from './list-labels';
import logo from './logo.svg';
import { showTranslatedFieldsOnly } from './translated-fields-only';

export default {
  config: {
    auth: { logo },
    head: { favicon: logo },
    menu: { logo },
    locales: ['it'],
    translations: {
      en: {
        // Strapi asks for the label of an enumeration value under the value itself.
        ...LIST_LABELS,
        'app.components.LeftMenu.navbrand.title': 'SEE City Platform',
        'app.components.LeftMenu.navbrand.workplace': 'Editing',
        'Auth.form.welcome.title': 'SEE City Platform',
        'Auth.form.welcome.subtitle': 'Sign in to edit',
      },
    },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    hideAnnouncements();
    // Before the plugins: that of the languages drops the language from what it hands on.
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', showTranslatedFieldsOnly);
    app.customFields.register({
      name: 'choices',
      type: 'json',
      intlLabel: { id: 'see.choices.label', defaultMessage: 'Choices' },
      intlDescription: { id: 'see.choices.description', defaultMessage: 'Several of a list' },
      components: { Input: () => import('./choices-input') },
    });
  },
  bootstrap(app: StrapiApp) {
    // After the plugins, whose columns it mends.
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', hideRefFromColumns);
  },
};
