import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import styles from './ChangeCard.module.css';

/** Yes or no to somebody else's request; a no comes with a reason. */
export function Approval(props: {
  change: Change;
  onDecided: (change: Change) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { change, onDecided } = props;
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const { pending, error, run } = useActions<'approve' | 'reject'>();

  const approve = () =>
    run('approve', async () => {
      onDecided(await api.approveChange(change.id, change.hash));
    });
  const reject = (event: FormEvent) => {
    event.preventDefault();
    run('reject', async () => {
      onDecided(
        await api.rejectChange(change.id, {
          hash: change.hash,
          reason: reason.trim(),
        }),
      );
    });
  };

  return (
    <>
      {error && <ErrorNote error={error} />}
      {rejecting ? (
        <form className={styles.form} onSubmit={reject}>
          <TextAreaField
            label={t('change.reason')}
            description={t('change.reasonHint', {
              name: change.requesterName,
            })}
            rows={2}
            maxLength={500}
            autoFocus
            value={reason}
            onChange={setReason}
          />
          <div className={styles.actions}>
            <Button
              type="submit"
              variant="primary"
              isDisabled={reason.trim() === ''}
              isPending={pending === 'reject'}
            >
              {t('change.sendRejection')}
            </Button>
            <Button variant="tertiary" onPress={() => setRejecting(false)}>
              {t('change.keepOpen')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          <Button
            variant="primary"
            onPress={approve}
            isPending={pending === 'approve'}
          >
            {t('change.approve')}
          </Button>
          <Button
            variant="secondary"
            onPress={() => setRejecting(true)}
            isDisabled={pending !== undefined}
          >
            {t('change.reject')}
          </Button>
        </div>
      )}
    </>
  );
}
