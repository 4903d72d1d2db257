import { isReviewedType } from '../../moderation/reviewed-types';
import { openEntry, type PanelProps } from '../open-entry';
import { useReviewQuery } from './moderation-api';
import { useMayReview } from './use-may-review';

/** A button beside the form, as Strapi describes it: a hook that answers what to show, or nothing. */
export interface DocumentAction {
  (props: PanelProps): object | null;
  type?: string;
  position?: unknown;
}

const NO_ENTRY = { model: '', documentId: '', locale: null };

/** What a member owns is published by the answer to the member: there the stock button goes away. */
export function publishByReview(action: DocumentAction): DocumentAction {
  if (action.type !== 'publish') return action;
  const Publish: DocumentAction = (props) => {
    const description = action(props);
    const mayReview = useMayReview();
    const entry = openEntry(props);
    const isAsked = mayReview && entry !== undefined && isReviewedType(entry.model);
    const { currentData } = useReviewQuery(entry ?? NO_ENTRY, { skip: !isAsked });
    return isAsked && currentData?.owner !== null ? null : description;
  };
  return Object.assign(Publish, { type: action.type, position: action.position });
}
