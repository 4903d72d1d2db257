import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { LIST_LABELS } from '../list-labels';

interface ChoiceProps {
  label: string;
  values: readonly string[];
  value: string;
  onChange: (value: string) => void;
  /** Without it, something must be chosen. */
  onClear?: () => void;
}

/** One value of a list, in words. */
export function Choice({ label, values, value, onChange, onClear }: ChoiceProps) {
  return (
    <Field.Root name={label}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        placeholder="Not said"
        onChange={(chosen) => onChange(String(chosen))}
        {...(onClear ? { onClear } : {})}
      >
        {values.map((each) => (
          <SingleSelectOption key={each} value={each}>
            {LIST_LABELS[each] ?? each}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
