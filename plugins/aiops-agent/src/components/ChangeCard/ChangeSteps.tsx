import type { ChangeStep } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { clock } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './ChangeCard.module.css';

const SIGNS: Record<ChangeStep['state'], string> = {
  done: '✓',
  active: '◌',
  waiting: '·',
  failed: '✕',
};

/** How far a request has come, step by step. */
export function ChangeSteps(props: {
  steps: ChangeStep[];
  /** Where the commit can be read, for those who read such things. */
  commitUrl?: string;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { commitUrl } = props;
  const words: Record<ChangeStep['state'], string> = {
    done: t('change.done'),
    active: t('change.active'),
    waiting: t('change.waiting'),
    failed: t('change.failed'),
  };
  return (
    <ol className={styles.steps} aria-label={t('change.steps')}>
      {props.steps.map(step => (
        <li
          key={step.id}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'active' ? 'step' : undefined}
        >
          <span aria-hidden className={styles.sign}>
            {SIGNS[step.state]}
          </span>
          <span>
            {step.title}
            {step.at && step.state === 'done' && (
              <span className={styles.quiet}> {clock(step.at)}</span>
            )}
            {step.detail && (
              <span className={styles.quiet}>
                {step.at && step.state === 'done' ? ' · ' : ' '}
                {commitUrl && step.id === 'written' ? (
                  <a
                    className={styles.commit}
                    href={commitUrl}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {step.detail}
                  </a>
                ) : (
                  step.detail
                )}
              </span>
            )}
            <VisuallyHidden>, {words[step.state]}</VisuallyHidden>
          </span>
        </li>
      ))}
    </ol>
  );
}
