import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Checkbox, CheckboxGroup, Select } from '@backstage/ui';
import { useCallback, useEffect, useMemo } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { choicesFrom, type Choice, type ChoiceSource } from './choices';
import styles from './TemplateForm.module.css';

/** What a template says of the field in `ui:options`. */
type ChoiceOptions = {
  from: ChoiceSource;
  /** A choice that is always there, after the others. */
  other?: Choice;
};

/**
 * One of the teams, environments, apps or databases that this person may
 * use, or several of them where the property is an array.
 */
export function ChoiceField(
  props: FieldExtensionComponentProps<string | string[], ChoiceOptions>,
) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { schema, uiSchema, formData, onChange, required, disabled } = props;
  const { from = 'environments', other } = uiSchema['ui:options'] ?? {};
  const offered = useLoad(
    useCallback(signal => choicesFrom(api, from, signal), [api, from]),
  );
  const choices = useMemo(
    () => offered.value && [...offered.value, ...(other ? [other] : [])],
    [offered.value, other],
  );

  const several = schema.type === 'array';
  const only = !several && choices?.length === 1 ? choices[0].value : undefined;
  useEffect(() => {
    if (only && required && formData === undefined) {
      onChange(only);
    }
  }, [only, required, formData, onChange]);

  if (offered.error) {
    return <ErrorNote error={offered.error} onRetry={offered.reload} />;
  }
  if (several) {
    return (
      <CheckboxGroup
        label={schema.title}
        description={schema.description}
        isDisabled={disabled}
        value={Array.isArray(formData) ? formData : []}
        onChange={onChange}
      >
        {choices?.map(({ value, label, description }) => (
          <Checkbox key={value} value={value}>
            {label}
            {description && (
              <span className={styles.meaning}> {description}</span>
            )}
          </Checkbox>
        ))}
      </CheckboxGroup>
    );
  }
  const chosen = choices?.find(({ value }) => value === formData);
  const none = choices?.length === 0 ? t('template.nothing') : undefined;
  return (
    <Select
      label={schema.title}
      description={none ?? chosen?.description ?? schema.description}
      placeholder={choices ? t('template.choose') : t('template.looking')}
      options={(choices ?? []).map(({ value, ...shown }) => ({
        id: value,
        ...shown,
      }))}
      selectedKey={chosen ? chosen.value : null}
      onSelectionChange={key => onChange(key ? String(key) : undefined)}
      isRequired={required}
      isDisabled={disabled || !choices || choices.length === 0}
      isInvalid={(props.rawErrors ?? []).length > 0}
    />
  );
}
