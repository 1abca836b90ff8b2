import type { PlanField } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { useFocusFirstField } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import styles from './PlanCard.module.css';
import { useCorrection } from './useCorrection';
import { useOptionWords } from './useOptionWords';

/**
 * The fields of a plan, to be changed before agreeing. What is different is
 * said in the conversation, as a person would have typed it.
 */
export function ChangeForm(props: {
  fields: PlanField[];
  onSay: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const form = useFocusFirstField();
  const [values, setValues] = useState<Record<string, string>>({});
  const correction = useCorrection(props.fields, values);
  const wordsFor = useOptionWords();

  const set = (name: string) => (value: string) =>
    setValues(before => ({ ...before, [name]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (correction) {
      props.onSay(correction);
    }
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={t('plan.changeTitle')}
      onSubmit={submit}
    >
      {props.fields.map(field =>
        field.options ? (
          <RadioGroup
            key={field.name}
            label={field.label}
            orientation="horizontal"
            value={values[field.name] ?? field.value}
            onChange={set(field.name)}
          >
            <div className={styles.options}>
              {field.options.map(option => (
                <Radio key={option} value={option}>
                  {wordsFor(field, option)}
                </Radio>
              ))}
            </div>
          </RadioGroup>
        ) : (
          <TextField
            key={field.name}
            label={field.label}
            value={values[field.name] ?? field.value}
            onChange={set(field.name)}
          />
        ),
      )}
      <div className={styles.actions}>
        <ActButton type="submit" variant="primary" isDisabled={!correction}>
          {t('plan.showChanged')}
        </ActButton>
        <ActButton variant="tertiary" onPress={props.onCancel}>
          {t('plan.backToPlan')}
        </ActButton>
      </div>
    </form>
  );
}
