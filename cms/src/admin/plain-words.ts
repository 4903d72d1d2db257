import { LIST_LABELS } from './list-labels';

/** What Strapi says in words of its own trade, or of itself, by the names of its texts. */
export const PLAIN_WORDS: Readonly<Record<string, string>> = {
  // Strapi asks for the label of an enumeration value under the value itself.
  ...LIST_LABELS,
  'app.components.LeftMenu.navbrand.title': 'SEE City Platform',
  'app.components.LeftMenu.navbrand.workplace': 'Editing',
  'Auth.form.welcome.title': 'SEE City Platform',
  'Auth.form.welcome.subtitle': 'Sign in to edit',
  'HomePage.header.subtitle': 'What waits, what is live, and what was edited last',
  'app.components.ToggleCheckbox.on-label': 'Yes',
  'app.components.ToggleCheckbox.off-label': 'No',
  'i18n.list-view.table.header.label': 'Languages',
  'content-manager.components.LeftMenu.collection-types': 'Kinds of entries',
  // The patterns of our fields are these three.
  'components.Input.error.validation.regex':
    'Not in the form that is needed. An address on the web starts with https://. A date is 2014, 2014-09 or 2014-09-29. The last part of a page’s address has small letters a to z, digits and hyphens.',
};
