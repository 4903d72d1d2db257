import { useField } from '@strapi/strapi/admin';
import { Box, Checkbox, Field, Flex, Grid, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import lists from '../../contract/lists.json';
import { LIST_LABELS } from './list-labels';

interface ChoicesInputProps {
  name?: string;
  label?: ReactNode;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  attribute?: { options?: { list?: string } };
}

const valuesOf = new Map<string, readonly string[]>(Object.entries(lists));

/** Several values of a controlled list, as checkboxes. */
export default function ChoicesInput({
  name = '',
  label,
  hint,
  labelAction,
  required = false,
  disabled = false,
  attribute,
}: ChoicesInputProps) {
  const field = useField(name);
  const labelId = useId();
  const list = attribute?.options?.list ?? '';
  const values = valuesOf.get(list) ?? [];
  const chosen = new Set(Array.isArray(field.value) ? field.value.map(String) : []);

  const toggle = (value: string, isOn: boolean) => {
    const next = values.filter((one) => (one === value ? isOn : chosen.has(one)));
    field.onChange(name, next.length > 0 ? next : null);
  };

  return (
    <Field.Root name={name} hint={hint} required={required} error={field.error ?? false}>
      <Flex direction="column" alignItems="stretch" gap={1} role="group" aria-labelledby={labelId}>
        <Flex gap={1} id={labelId}>
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {label}
          </Typography>
          {labelAction}
        </Flex>
        <Box padding={3} background="neutral0" borderColor="neutral200" hasRadius>
          <Grid.Root gap={2}>
            {values.map((value) => (
              <Grid.Item key={value} col={4} s={6} xs={12}>
                <Checkbox
                  checked={chosen.has(value)}
                  disabled={disabled}
                  onCheckedChange={(state) => toggle(value, state === true)}
                >
                  {LIST_LABELS[value] ?? value}
                </Checkbox>
              </Grid.Item>
            ))}
          </Grid.Root>
        </Box>
        <Field.Hint />
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
