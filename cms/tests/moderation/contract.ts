import type { ReviewAction, ReviewState } from '../../src/moderation/review-states.js';

/** As the contract tells it: from → side → action → to. Whatever stands nowhere here is refused. */
export const CONTRACT: Record<
  ReviewState,
  Record<'member' | 'editor', Partial<Record<ReviewAction, ReviewState | null>>>
> = {
  draft: {
    member: { edit: 'draft', submit: 'submitted', delete: null },
    editor: {},
  },
  submitted: {
    member: { withdraw: 'draft' },
    editor: { askForChanges: 'changesRequested', accept: 'accepted', decline: 'declined' },
  },
  changesRequested: {
    member: { edit: 'changesRequested', submit: 'submitted', withdraw: 'withdrawn' },
    editor: { accept: 'accepted', decline: 'declined' },
  },
  accepted: {
    member: { edit: 'draft', requestRemoval: 'accepted', handOver: 'accepted' },
    editor: { unpublish: 'withdrawn', correct: 'accepted', keep: 'accepted' },
  },
  declined: { member: { copy: 'declined' }, editor: { reopen: 'changesRequested' } },
  withdrawn: { member: { reopen: 'draft', delete: null }, editor: {} },
};
