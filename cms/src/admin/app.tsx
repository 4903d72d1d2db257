import type { StrapiApp } from '@strapi/strapi/admin';
import { showColumnsInWords } from './columns-in-words';
import { hideRefFromColumns } from './columns-without-ref';
import { addEntryPanels } from './entry-panels';
import { hideFieldsWithoutUse } from './fields-without-use';
import { hideAnnouncements } from './hide-announcements';
import logo from './logo.svg';
import { addQueuePage, queueWidget } from './moderation/moderation-screens';
import { PLAIN_WORDS } from './plain-words';
import { homeWidget } from './publishing/home-widget';
import { showTranslatedFieldsOnly, type EditField, type EditView } from './translated-fields-only';
import { keepViewsAsTheCodeHasThem } from './views-of-the-code';
import { WholeNumberInput } from './whole-number-input';

/** One counts as modified what was published a millisecond after it was saved; one counts tokens. */
const WITHOUT_USE = new Set(['chart-entries', 'key-statistics']);

const EDIT_VIEW = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
const LIST_VIEW = 'Admin/CM/pages/ListView/inject-column-in-table';

export default {
  config: {
    auth: { logo },
    head: { favicon: logo },
    menu: { logo },
    locales: ['it'],
    translations: {
      en: PLAIN_WORDS,
    },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    hideAnnouncements();
    // Before the plugins: that of the languages drops the language from what it hands on.
    app.registerHook(EDIT_VIEW, showTranslatedFieldsOnly);
    app.registerHook(EDIT_VIEW, (view: EditView<EditField>) =>
      hideFieldsWithoutUse(view, window.location.pathname),
    );
    app.widgets.register((widgets) => [
      queueWidget,
      homeWidget,
      ...widgets.filter(({ id }) => !WITHOUT_USE.has(id)),
    ]);
    addQueuePage(app);
    app.addFields({ type: 'integer', Component: WholeNumberInput });
    app.customFields.register({
      name: 'choices',
      type: 'json',
      intlLabel: { id: 'see.choices.label', defaultMessage: 'Choices' },
      intlDescription: { id: 'see.choices.description', defaultMessage: 'Several of a list' },
      components: { Input: () => import('./choices-input') },
    });
  },
  bootstrap(app: StrapiApp) {
    keepViewsAsTheCodeHasThem(app);
    addEntryPanels(app);
    // After the plugins, whose columns it mends.
    app.registerHook(LIST_VIEW, hideRefFromColumns);
    app.registerHook(LIST_VIEW, showColumnsInWords);
  },
};
