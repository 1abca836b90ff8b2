import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { useState } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './Feedback.module.css';

/** As many characters as the server takes. */
const LONGEST = 500;

/** What was wrong with an answer, in a few words, for those who want to say. */
export function Comment(props: { onSend: (comment: string) => void }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const [text, setText] = useState('');
  return (
    <form
      className={styles.comment}
      onSubmit={event => {
        event.preventDefault();
        if (text.trim()) {
          props.onSend(text.trim());
        }
      }}
    >
      <TextField
        size="small"
        label={t('feedback.comment')}
        value={text}
        maxLength={LONGEST}
        onChange={setText}
      />
      <Button
        type="submit"
        size="small"
        variant="secondary"
        isDisabled={!text.trim()}
      >
        {t('feedback.send')}
      </Button>
    </form>
  );
}
