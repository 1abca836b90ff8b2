import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Select } from '@backstage/ui';
import { aiopsAgentTranslationRef } from '../../translation';
import type { Choice } from './choices';
import styles from './TemplateForm.module.css';
import type { FieldWords } from './words';

/** One of some things to choose, or several of them. */
export function Choices(props: {
  words: FieldWords;
  /** Undefined while they are looked up. */
  choices: Choice[] | undefined;
  several: boolean;
  value: string | string[] | undefined;
  onChange: (value: string | string[] | undefined) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { words, choices, several, value: given, onChange, ...state } = props;

  if (several) {
    return (
      <CheckboxGroup
        label={words.title}
        description={words.description}
        isDisabled={state.isDisabled}
        value={Array.isArray(given) ? given : []}
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
  const chosen = choices?.find(({ value }) => value === given);
  const none = choices?.length === 0 ? t('template.nothing') : undefined;
  return (
    <Select
      label={words.title}
      secondaryLabel={state.isRequired ? t('template.required') : undefined}
      description={none ?? chosen?.description ?? words.description}
      placeholder={choices ? t('template.choose') : t('template.looking')}
      options={(choices ?? []).map(({ value, ...shown }) => ({
        id: value,
        ...shown,
      }))}
      selectedKey={chosen ? chosen.value : null}
      onSelectionChange={key => onChange(key ? String(key) : undefined)}
      isRequired={state.isRequired}
      isDisabled={state.isDisabled || !choices || choices.length === 0}
      isInvalid={state.isInvalid && !chosen}
      // The form says what is wrong; the browser would keep it from being sent.
      validationBehavior="aria"
    />
  );
}
