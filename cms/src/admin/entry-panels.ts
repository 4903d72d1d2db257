import type { StrapiApp } from '@strapi/strapi/admin';
import { publishByReview, type DocumentAction } from './moderation/publish-by-review';
import { ReviewPanel } from './moderation/review-panel';
import { forWhoMayWrite, OnlyToReadPanel } from './only-to-read';
import { OnTheSitePanel } from './publishing/entry-panel';
import { EarlierVersionsPanel } from './revisions/revisions-panel';

interface Panel {
  type?: string;
}

type AddPanels = (arrange: (panels: Panel[]) => unknown[]) => void;

interface EditView {
  addEditViewSidePanel: AddPanels;
  addDocumentAction: (arrange: (actions: DocumentAction[]) => DocumentAction[]) => void;
}

const isEditView = (apis: object): apis is EditView =>
  'addEditViewSidePanel' in apis && 'addDocumentAction' in apis;

/** Beside the form of an entry, below Save and Publish: whether one may not, its review, whether readers see it, its past. */
export function addEntryPanels(app: StrapiApp): void {
  const { apis } = app.getPlugin('content-manager');
  if (!isEditView(apis)) return;
  apis.addDocumentAction((actions) => actions.map(publishByReview).map(forWhoMayWrite));
  apis.addEditViewSidePanel((panels) => {
    const isAction = ({ type }: Panel) => type === 'actions';
    return [
      ...panels.filter(isAction),
      OnlyToReadPanel,
      ReviewPanel,
      OnTheSitePanel,
      ...panels.filter((panel) => !isAction(panel)),
      EarlierVersionsPanel,
    ];
  });
}
