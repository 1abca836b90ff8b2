import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField as TextInput } from '@backstage/ui';
import { aiopsAgentTranslationRef } from '../../translation';
import { useEmptyUntilGiven } from './checkGiven';
import { useFieldWords, type WordsOptions } from './words';

/** A line of text. */
export function TextField(
  props: FieldExtensionComponentProps<string, WordsOptions>,
) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { title, description } = useFieldWords(props);
  const { schema, formData, onChange, required, disabled, rawErrors } = props;
  useEmptyUntilGiven(props);
  return (
    <TextInput
      label={title}
      secondaryLabel={required ? t('template.required') : undefined}
      description={description}
      value={formData ?? ''}
      onChange={text => onChange(text === '' && !required ? undefined : text)}
      maxLength={schema.maxLength}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={(rawErrors ?? []).length > 0}
      // The form says what is wrong; the browser would keep it from being sent.
      validationBehavior="aria"
    />
  );
}
