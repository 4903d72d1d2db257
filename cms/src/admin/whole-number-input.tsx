import { InputRenderer, useField } from '@strapi/strapi/admin';
import { Field, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { isYear } from './is-year';

interface WholeNumberInputProps {
  name?: string;
  label?: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  attribute?: unknown;
}

const YEAR_DIGITS = 4;

/** Strapi writes all whole numbers with separators: 2,014. Years are taken and shown as they are. */
export function WholeNumberInput({ attribute, ...props }: WholeNumberInputProps) {
  if (isYear(attribute)) return <YearInput {...props} />;
  const { name = '', label = '', ...rest } = props;
  return <InputRenderer type="integer" name={name} label={label} {...rest} />;
}

function YearInput({
  name = '',
  label,
  hint,
  labelAction,
  required = false,
  disabled = false,
}: WholeNumberInputProps) {
  const field = useField<number | null>(name);
  return (
    <Field.Root name={name} hint={hint} required={required} error={field.error ?? false}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        inputMode="numeric"
        disabled={disabled}
        value={field.value ?? ''}
        onChange={({ target }) => {
          const digits = target.value.replace(/\D/g, '').slice(0, YEAR_DIGITS);
          field.onChange(name, digits ? Number(digits) : null);
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
