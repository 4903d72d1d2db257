import { Button, Modal } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useState } from 'react';
import type { OpenEntry } from '../editing-api';
import { openEntry, type PanelProps } from '../open-entry';
import { EarlierVersions } from './earlier-versions';

/** Beside every entry that the site can show: what it was before. */
export function EarlierVersionsPanel(props: PanelProps) {
  const entry = openEntry(props);
  return entry ? { title: 'Earlier versions', content: <Opener entry={entry} /> } : null;
}

function Opener({ entry }: { entry: OpenEntry }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" startIcon={<ClockCounterClockwise />} width="100%">
          Compare or restore
        </Button>
      </Modal.Trigger>
      {isOpen && <EarlierVersions entry={entry} onClose={() => setIsOpen(false)} />}
    </Modal.Root>
  );
}
