import { Button, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { sentenceOf, type OpenEntry } from '../editing-api';
import { versionInWords } from './revision-words';
import { RestoreButton } from './restore-button';
import { RevisionList } from './revision-list';
import { useRevisionsQuery, type Revision } from './revisions-api';
import { WhatChanged } from './what-changed';

interface EarlierVersionsProps {
  entry: OpenEntry;
  onClose: () => void;
}

/** The dialog: first the list, then one version beside what the entry is now. */
export function EarlierVersions({ entry, onClose }: EarlierVersionsProps) {
  const [chosen, setChosen] = useState<Revision>();
  const { data, error } = useRevisionsQuery(entry, { refetchOnMountOrArgChange: true });
  const latest = data?.[0];
  const now = new Date();
  return (
    <Modal.Content>
      <Modal.Header>
        <Modal.Title>
          {chosen ? `Now, and ${versionInWords(chosen, now)}` : 'Earlier versions'}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        {error && (
          <Typography role="alert" textColor="danger600">
            {sentenceOf(error)}
          </Typography>
        )}
        {!data && !error && <Typography>Asking …</Typography>}
        {data && !chosen && <RevisionList revisions={data} now={now} onChoose={setChosen} />}
        {chosen && latest && <WhatChanged pair={{ ...entry, from: chosen.id, to: latest.id }} />}
      </Modal.Body>
      <Modal.Footer>
        {chosen ? (
          <>
            <Button variant="tertiary" onClick={() => setChosen(undefined)}>
              Back to the list
            </Button>
            <RestoreButton entry={entry} revision={chosen} onDone={onClose} />
          </>
        ) : (
          <Modal.Close>
            <Button variant="tertiary">Close</Button>
          </Modal.Close>
        )}
      </Modal.Footer>
    </Modal.Content>
  );
}
