import { useAuth } from '@strapi/strapi/admin';
import { Field, Flex, Grid } from '@strapi/design-system';
import { useState } from 'react';
import lists from '../../../contract/lists.json';
import { Choice } from './choice';
import type { Decision, Review } from './moderation-api';

export interface Findings {
  evidence: string;
  checkedHow: string;
  role: string;
  date: string;
}

/** What the entry says already, else an empty note of today by the person's role. */
export function useFindings({ evidence, reviewNote }: Review) {
  const role = useAuth('FindingsFields', ({ user }) => user?.roles[0]?.name) ?? '';
  return useState<Findings>({
    evidence: evidence ?? '',
    checkedHow: reviewNote?.checkedHow ?? '',
    role: reviewNote?.role ?? role,
    date: reviewNote?.date ?? new Date().toISOString().slice(0, 10),
  });
}

/** What of the findings is sent: a note says at least how it was checked. */
export function readFindings(findings: Findings): Pick<Decision, 'evidence' | 'reviewNote'> {
  const { evidence, ...reviewNote } = findings;
  return {
    ...(evidence === '' ? {} : { evidence }),
    ...(reviewNote.checkedHow === '' ? {} : { reviewNote }),
  };
}

interface FindingsFieldsProps {
  findings: Findings;
  onChange: (findings: Findings) => void;
}

/** Grade of the evidence, and the note that readers see: what was checked, by which role, when. */
export function FindingsFields({ findings, onChange }: FindingsFieldsProps) {
  const set = (name: keyof Findings) => (value: string) => onChange({ ...findings, [name]: value });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Choice
        label="Evidence"
        values={lists.evidenceGrade}
        value={findings.evidence}
        onChange={set('evidence')}
        onClear={() => set('evidence')('')}
      />
      <Choice
        label="How it was checked (readers see this)"
        values={lists.checkedHow}
        value={findings.checkedHow}
        onChange={set('checkedHow')}
        onClear={() => set('checkedHow')('')}
      />
      {findings.checkedHow !== '' && (
        <Grid.Root gap={4}>
          <Text
            label="Checked by (a role, not a name)"
            value={findings.role}
            onChange={set('role')}
          />
          <Text label="On" type="date" value={findings.date} onChange={set('date')} />
        </Grid.Root>
      )}
    </Flex>
  );
}

interface TextProps {
  label: string;
  type?: string;
  value: string;
  onChange: (value: string) => void;
}

function Text({ label, type = 'text', value, onChange }: TextProps) {
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={label}>
        <Field.Label>{label}</Field.Label>
        <Field.Input
          type={type}
          value={value}
          onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
        />
      </Field.Root>
    </Grid.Item>
  );
}
