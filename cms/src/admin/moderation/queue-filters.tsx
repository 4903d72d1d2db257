import { Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { LIST_LABELS } from '../list-labels';
import type { Queue, QueueFilters as Filters } from './moderation-api';
import { typeInWords } from './queue-words';

interface QueueFiltersProps {
  meta: Queue['meta'];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What the list is narrowed to; only what occurs is offered, with how often. */
export function QueueFilters({ meta, filters, onChange }: QueueFiltersProps) {
  const label = (value: string) => LIST_LABELS[value] ?? value;
  const choice = (
    name: keyof Filters,
    title: string,
    counts: Record<string, number>,
    nameOf = label,
  ) => (
    <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name}>
        <Field.Label>{title}</Field.Label>
        <SingleSelect
          value={filters[name] ?? ''}
          placeholder="All"
          onChange={(chosen) => onChange({ ...filters, [name]: String(chosen) })}
          onClear={() => onChange(without(filters, name))}
        >
          {Object.entries(withChosen(counts, filters[name])).map(([value, count]) => (
            <SingleSelectOption key={value} value={value}>
              {nameOf(value)} ({count})
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Grid.Item>
  );
  return (
    <Grid.Root gap={4}>
      {choice('country', 'Country', meta.countries)}
      {choice('language', 'Language', meta.languages)}
      {choice('type', 'Kind', meta.types, typeInWords)}
    </Grid.Root>
  );
}

/** What was chosen stays to be seen when the last of it is answered. */
const withChosen = (counts: Record<string, number>, chosen: string | undefined) =>
  chosen === undefined ? counts : { [chosen]: 0, ...counts };

function without(filters: Filters, name: keyof Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
}
