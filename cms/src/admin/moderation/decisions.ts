/** An action of editors as the dialog offers it. */
export interface DecisionWords {
  /** As the state table names it. */
  action: string;
  /** Last part of its address. */
  path: string;
  label: string;
  meaning: string;
  needsMessage?: boolean;
  /** Grade and note of the review are set with it. */
  hasFindings?: boolean;
  done: string;
}

const DECISIONS: readonly DecisionWords[] = [
  {
    action: 'accept',
    path: 'accept',
    label: 'Accept',
    meaning: 'It goes live as it is now.',
    hasFindings: true,
    done: 'Accepted. It goes live in a moment.',
  },
  {
    action: 'askForChanges',
    path: 'ask-for-changes',
    label: 'Ask for changes',
    meaning: 'The member can write again and send it back.',
    needsMessage: true,
    done: 'The member is asked for changes.',
  },
  {
    action: 'decline',
    path: 'decline',
    label: 'Decline',
    meaning: 'It is closed. The member may copy it into a new draft.',
    needsMessage: true,
    done: 'Declined. The member is told why.',
  },
  {
    action: 'reopen',
    path: 'reopen',
    label: 'Reopen',
    meaning: 'The member can write again and send it back.',
    done: 'Reopened. The member can change it.',
  },
  {
    action: 'correct',
    path: 'correct',
    label: 'Publish corrections',
    meaning: 'What you saved goes live, and the member is told.',
    hasFindings: true,
    done: 'The corrections go live in a moment.',
  },
  {
    action: 'keep',
    path: 'keep',
    label: 'Keep it on the site',
    meaning: 'Answers the wish for removal: it stays, and you say why.',
    needsMessage: true,
    done: 'It stays on the site. The member is told why.',
  },
  {
    action: 'unpublish',
    path: 'unpublish',
    label: 'Take it down',
    meaning: 'It leaves the site. The member may reopen it as a draft.',
    done: 'It leaves the site in a moment.',
  },
];

interface Asked {
  actions: readonly string[];
  removalRequestedAt: string | null;
}

/** What can be decided now, the most likely first. */
export function decisionsFor({ actions, removalRequestedAt }: Asked): DecisionWords[] {
  return DECISIONS.filter(
    ({ action }) => actions.includes(action) && (action !== 'keep' || removalRequestedAt !== null),
  );
}
