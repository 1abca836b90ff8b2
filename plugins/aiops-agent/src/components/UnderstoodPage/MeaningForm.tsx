import type {
  IntentInfo,
  Params,
  Understood,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions, useSentence } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './UnderstoodPage.module.css';

/** What a message can be beside an intent. */
const ACTS = ['greet', 'thank', 'out_of_scope'];

function parametersIn(text: string): Params | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value && !Array.isArray(value)
      ? value
      : undefined;
  } catch {
    // Told to whoever types it.
    return undefined;
  }
}

/** Says what a message meant, which makes it a labelled one. */
export function MeaningForm(props: {
  turn: Understood;
  intents: IntentInfo[];
  onChanged: (turn: Understood) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const sentenceOf = useSentence();
  const { turn, intents, onChanged } = props;
  const known = turn.meant ?? turn;
  const [intent, setIntent] = useState(known.intent ?? 'out_of_scope');
  const [text, setText] = useState(JSON.stringify(known.params ?? {}, null, 2));
  const [saved, setSaved] = useState(false);
  const { run, pending, error } = useActions<'save'>();
  const names = new Set([...intents.map(({ name }) => name), ...ACTS, intent]);

  const save = () =>
    run('save', async () => {
      setSaved(false);
      const params = parametersIn(text);
      if (!params) {
        throw new Error(t('understood.badParams'));
      }
      onChanged(await api.setMeaning(turn.messageId, { intent, params }));
      setSaved(true);
    });

  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <Select
        label={t('understood.intent')}
        searchable
        options={[...names].sort().map(name => ({ value: name, label: name }))}
        value={intent}
        onChange={value => setIntent(String(value))}
      />
      <TextAreaField
        label={t('understood.params')}
        description={t('understood.paramsHint')}
        value={text}
        onChange={setText}
      />
      <Button
        type="submit"
        variant="secondary"
        isPending={pending !== undefined}
      >
        {t('understood.save')}
      </Button>
      <p role="status" className={styles.quiet}>
        {saved && t('understood.saved')}
      </p>
      {error && (
        <p role="alert" className={styles.failed}>
          {sentenceOf(error)}
        </p>
      )}
    </form>
  );
}
