import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField as TextInput } from '@backstage/ui';
import { useFieldWords, type WordsOptions } from './words';

/** A line of text. */
export function TextField(
  props: FieldExtensionComponentProps<string, WordsOptions>,
) {
  const { title, description } = useFieldWords(props);
  const { schema, formData, onChange, required, disabled, rawErrors } = props;
  return (
    <TextInput
      label={title}
      description={description}
      value={formData ?? ''}
      onChange={text => onChange(text === '' ? undefined : text)}
      maxLength={schema.maxLength}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={(rawErrors ?? []).length > 0}
    />
  );
}
