import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { Button, Dialog } from '@strapi/design-system';
import { useState } from 'react';
import { refusalOf } from '../editing-api';
import { useSteerPublishingMutation, type Steering } from './publishing-api';

interface SteeringButtonProps {
  action: Steering;
  label: string;
  /** What to say when the publisher has taken it. */
  done: string;
  variant: 'secondary' | 'tertiary' | 'default';
  disabled?: boolean;
  /** What it does; asked before it is done. */
  question?: string;
  /** Called when it is done, to look anew. */
  onDone: () => void;
}

/** A button that asks something of the publisher. */
export function SteeringButton({
  action,
  label,
  done,
  variant,
  disabled = false,
  question,
  onDone,
}: SteeringButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [steer, { isLoading }] = useSteerPublishingMutation();
  const { toggleNotification } = useNotification();

  const act = async () => {
    const answer = await steer(action);
    setIsAsking(false);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: refusalOf(answer.error) });
    } else {
      toggleNotification({ type: 'success', message: done });
      onDone();
    }
  };

  const button = (
    <Button
      size="S"
      variant={variant}
      loading={isLoading && !isAsking}
      disabled={disabled}
      {...(question === undefined ? { onClick: () => void act() } : {})}
    >
      {label}
    </Button>
  );
  if (question === undefined) return button;
  return (
    <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <Dialog.Trigger>{button}</Dialog.Trigger>
      <ConfirmDialog title={label} variant="default" onConfirm={act}>
        {question}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
