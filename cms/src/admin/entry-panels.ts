import type { StrapiApp } from '@strapi/strapi/admin';
import { OnTheSitePanel } from './publishing/entry-panel';
import { EarlierVersionsPanel } from './revisions/revisions-panel';

interface Panel {
  type?: string;
}

type AddPanels = (arrange: (panels: Panel[]) => unknown[]) => void;

const hasPanels = (apis: object): apis is { addEditViewSidePanel: AddPanels } =>
  'addEditViewSidePanel' in apis && typeof apis.addEditViewSidePanel === 'function';

/** Beside the form of an entry: right below Save and Publish whether readers see it, then its past. */
export function addEntryPanels(app: StrapiApp): void {
  const { apis } = app.getPlugin('content-manager');
  if (!hasPanels(apis)) return;
  apis.addEditViewSidePanel((panels) => {
    const isAction = ({ type }: Panel) => type === 'actions';
    return [
      ...panels.filter(isAction),
      OnTheSitePanel,
      ...panels.filter((panel) => !isAction(panel)),
      EarlierVersionsPanel,
    ];
  });
}
