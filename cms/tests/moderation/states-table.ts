import {
  findTransition,
  listActions,
  REVIEW_STATES,
  type ReviewSide,
  type ReviewState,
} from '../../src/moderation/review-states.js';

const NEEDS = { message: 'with a message', completeness: 'when complete' };

function describeActions(side: ReviewSide, state: ReviewState): string {
  const cells = listActions(side, state).flatMap((action) => {
    const transition = findTransition(side, action, state);
    if (!transition) return [];
    const { to, needs } = transition;
    const becomes = to === state ? '' : ` → ${to ?? '(gone)'}`;
    return `${action}${becomes}${needs ? ` (${NEEDS[needs]})` : ''}`;
  });
  return cells.join(', ') || '–';
}

/** The table of states as Markdown: what each side may do, and what becomes of the entry. */
export function renderStates(): string {
  const rows = REVIEW_STATES.map(
    (state) =>
      `| ${state} | ${describeActions('member', state)} | ${describeActions('editor', state)} |`,
  );
  return ['| state | member | editor |', '| --- | --- | --- |', ...rows].join('\n');
}
