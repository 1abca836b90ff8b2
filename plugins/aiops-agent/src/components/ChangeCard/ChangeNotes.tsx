import type { Change, Level } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { clock, day } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { DiffView } from '../DiffView';
import { Markdown } from '../Markdown';
import styles from './ChangeCard.module.css';

/** What there is to know beside the steps: failure, approvals, ways back. */
export function ChangeNotes(props: {
  change: Change;
  ended: boolean;
  level: Level;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { change } = props;
  return (
    <>
      {change.failure && (
        <Alert
          status="danger"
          icon
          title={change.failure.message}
          description={<Markdown text={change.failure.advice} />}
        />
      )}
      {change.failure?.details && props.level !== 'end-user' && (
        <Disclosure title={t('change.technical')}>
          <DiffView
            label={t('change.technical')}
            text={change.failure.details}
          />
        </Disclosure>
      )}
      {change.approvals.map(approval => (
        <p key={`${approval.by} ${approval.at}`} className={styles.note}>
          {t(
            approval.decision === 'approved'
              ? 'change.approvedBy'
              : 'change.rejectedBy',
            { name: approval.byName, when: clock(approval.at) },
          )}
          {approval.reason && <>: “{approval.reason}”</>}
        </p>
      ))}
      {change.undoes && (
        <p className={styles.note}>
          {t('change.undoes', { id: change.undoes })}
        </p>
      )}
      {change.undoneBy && (
        <p className={styles.note}>
          {t('change.undone', { id: change.undoneBy })}
        </p>
      )}
      {change.can.undo && change.undoUntil && (
        <p className={styles.note}>
          {t('change.undoUntil', { when: day(change.undoUntil) })}
        </p>
      )}
      {!props.ended && !change.can.approve && (
        <p className={styles.note}>
          {change.state === 'awaiting-approval'
            ? t('change.waitsFor')
            : t('change.closePage')}
        </p>
      )}
    </>
  );
}
