import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useCallback, useEffect } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { ErrorNote } from '../ErrorNote';
import {
  choicesFrom,
  choicesOf,
  type Choice,
  type ChoiceSource,
} from './choices';
import { Choices } from './Choices';
import { useEmptyUntilGiven } from './checkGiven';
import { useFieldWords, type WordsOptions } from './words';

/** What a template says of the field in `ui:options`. */
type ChoiceOptions = WordsOptions & {
  /** Where the choices come from; those of the property's `enum` otherwise. */
  from?: ChoiceSource;
  /** A choice that is always there, after the others. */
  other?: Choice;
};

type ChoiceFieldProps = FieldExtensionComponentProps<
  string | string[],
  ChoiceOptions
>;

/**
 * One of the values that the template names, or of the teams, environments,
 * apps or databases that this person may use; several of these where the
 * property is an array.
 */
export function ChoiceField(props: ChoiceFieldProps) {
  const { uiSchema, schema } = props;
  const from = uiSchema['ui:options']?.from;
  const words = useFieldWords(props);
  return from ? (
    <OfferedChoices {...props} from={from} />
  ) : (
    <Choices
      {...shownOf(props)}
      words={words}
      choices={choicesOf(schema, words)}
    />
  );
}

/** What this person may use, as the portal knows it now. */
function OfferedChoices(props: ChoiceFieldProps & { from: ChoiceSource }) {
  const api = useApi(aiopsAgentApiRef);
  const words = useFieldWords(props);
  const { from, schema, uiSchema, formData, onChange, required } = props;
  const other = uiSchema['ui:options']?.other;
  const offered = useLoad(
    useCallback(signal => choicesFrom(api, from, signal), [api, from]),
  );
  const choices = offered.value && [
    ...offered.value,
    ...(other ? [{ ...other, label: words.other ?? other.label }] : []),
  ];

  const only =
    schema.type !== 'array' && choices?.length === 1
      ? choices[0].value
      : undefined;
  useEmptyUntilGiven({ ...props, required: required && !only });
  useEffect(() => {
    if (only && required && !formData) {
      onChange(only);
    }
  }, [only, required, formData, onChange]);

  return offered.error ? (
    <ErrorNote error={offered.error} onRetry={offered.reload} />
  ) : (
    <Choices {...shownOf(props)} words={words} choices={choices} />
  );
}

function shownOf(props: ChoiceFieldProps) {
  const { schema, formData, onChange, required, disabled, rawErrors } = props;
  return {
    several: schema.type === 'array',
    value: formData,
    onChange,
    isRequired: required,
    isDisabled: disabled,
    isInvalid: (rawErrors ?? []).length > 0,
  };
}
