import { useRBAC } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import type { PublishingState } from './publishing-api';
import { SteeringButton } from './steering-button';

/** Whoever may not steer is shown no buttons; the server asks for the same permission. */
const PERMISSIONS = [
  { action: 'api::publishing.release', subject: null, properties: {}, conditions: [] },
].map((permission, id) => ({ ...permission, id, actionParameters: {} }));

const GO_BACK =
  'Readers will see the site as it was one release ago, within a second. It stays there until somebody presses “Resume publishing”; what is published meanwhile waits. What was taken down or deleted since stays gone.';
const RESUME =
  'The site follows what is published again: all that was held back goes live at once.';

interface SteeringProps {
  state: PublishingState;
  onDone: () => void;
}

export function Steering({ state, onDone }: SteeringProps) {
  const { allowedActions } = useRBAC(PERMISSIONS);
  const { status } = state.publisher;
  if (!allowedActions.canRelease || !status) return null;
  if (status.state === 'pinned') {
    return (
      <Flex gap={2} wrap="wrap">
        <SteeringButton
          action="resume"
          label="Resume publishing"
          done="Publishing goes on."
          variant="default"
          question={RESUME}
          onDone={onDone}
        />
        <GoBack onDone={onDone} />
      </Flex>
    );
  }
  return (
    <Flex gap={2} wrap="wrap">
      <SteeringButton
        action="publish"
        label="Publish now"
        done="The site is brought up to date."
        variant="secondary"
        disabled={status.pending}
        onDone={onDone}
      />
      <GoBack onDone={onDone} />
    </Flex>
  );
}

function GoBack({ onDone }: Pick<SteeringProps, 'onDone'>) {
  return (
    <SteeringButton
      action="rollback"
      label="Go back one release"
      done="Readers see the release before. Publishing is held until you resume it."
      variant="tertiary"
      question={GO_BACK}
      onDone={onDone}
    />
  );
}
