import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { useFocusFirstField } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import styles from './ChangeCard.module.css';

/** A no, with the reason that the asker will read. */
export function Rejection(props: {
  requesterName: string;
  pending: boolean;
  onReject: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const form = useFocusFirstField();
  const [text, setText] = useState('');
  const reason = text.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) {
      props.onReject(reason);
    }
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <TextAreaField
        label={t('change.reason')}
        description={t('change.reasonHint', { name: props.requesterName })}
        rows={2}
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <div className={styles.actions}>
        <ActButton
          type="submit"
          variant="primary"
          isDisabled={!reason}
          pending={props.pending}
        >
          {t('change.sendRejection')}
        </ActButton>
        <ActButton variant="tertiary" onPress={props.onCancel}>
          {t('change.keepOpen')}
        </ActButton>
      </div>
    </form>
  );
}
