import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import { ErrorNote } from '../ErrorNote';
import styles from './ChangeCard.module.css';
import { Rejection } from './Rejection';

/** Yes or no to somebody else's request; a no comes with a reason. */
export function Approval(props: {
  change: Change;
  onDecided: (change: Change) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { change, onDecided } = props;
  const [rejecting, setRejecting] = useState(false);
  const { pending, error, run } = useActions<'approve' | 'reject'>();

  const approve = () =>
    run('approve', async () => {
      onDecided(await api.approveChange(change.id, change.hash));
    });
  const reject = (reason: string) =>
    run('reject', async () => {
      onDecided(
        await api.rejectChange(change.id, { hash: change.hash, reason }),
      );
    });

  return (
    <>
      {error && <ErrorNote error={error} />}
      {rejecting ? (
        <Rejection
          requesterName={change.requesterName}
          pending={pending === 'reject'}
          onReject={reject}
          onCancel={() => setRejecting(false)}
        />
      ) : (
        <div className={styles.actions}>
          <ActButton
            variant="primary"
            onPress={approve}
            pending={pending === 'approve'}
          >
            {t('change.approve')}
          </ActButton>
          <ActButton variant="secondary" onPress={() => setRejecting(true)}>
            {t('change.reject')}
          </ActButton>
        </div>
      )}
    </>
  );
}
