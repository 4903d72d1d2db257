import { ConfirmDialog, useDocumentRBAC, useForm, useNotification } from '@strapi/strapi/admin';
import { Button, Dialog, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { refusalOf, type OpenEntry } from '../editing-api';
import { counted } from '../spoken-time';
import { versionInWords } from './revision-words';
import { useRestoreRevisionMutation, type Revision } from './revisions-api';

interface RestoreButtonProps {
  entry: OpenEntry;
  revision: Revision;
  onDone: () => void;
}

/** Makes an earlier version the draft again, after a question. */
export function RestoreButton({ entry, revision, onDone }: RestoreButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const isUnsaved = useForm('RestoreButton', ({ modified }) => modified);
  const mayUpdate = useDocumentRBAC('RestoreButton', ({ canUpdate }) => canUpdate);
  const [restore] = useRestoreRevisionMutation();
  const { toggleNotification } = useNotification();

  if (!mayUpdate) return null;
  if (isUnsaved) {
    return <Typography textColor="neutral600">Save your changes first to restore this.</Typography>;
  }
  const act = async () => {
    const answer = await restore({ ...entry, revision: revision.id });
    setIsAsking(false);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: refusalOf(answer.error) });
      return;
    }
    const { missing } = answer.data;
    const without = `It named ${counted(missing, 'entry or file', 'entries or files')} that are no longer there; look through them before you publish.`;
    toggleNotification(
      missing > 0
        ? { type: 'warning', message: `Restored as the draft. ${without}` }
        : { type: 'success', message: 'Restored as the draft. Readers see nothing of it yet.' },
    );
    onDone();
  };
  return (
    <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <Dialog.Trigger>
        <Button>Restore as draft</Button>
      </Dialog.Trigger>
      <ConfirmDialog title="Restore as draft" variant="default" onConfirm={act}>
        {`The draft becomes ${versionInWords(revision, new Date())}. Nothing changes on the site until you press Publish, and what the draft is now stays in the list of versions.`}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
