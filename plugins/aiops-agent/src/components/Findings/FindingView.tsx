import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { percent } from '../../format';
import { sees, useLevel } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { Tag } from '../Tag';
import { groupOf } from './causes';
import { Evidence } from './Evidence';
import styles from './Findings.module.css';

function sureness(confidence: number): 'certain' | 'likely' | 'possible' {
  if (confidence >= 0.85) {
    return 'certain';
  }
  return confidence >= 0.6 ? 'likely' : 'possible';
}

/**
 * One thing that is wrong: what it is in words, how sure that is, what it
 * rests on, and who can help where nothing here can. All of it is text.
 */
export function FindingView(props: { finding: Finding; open: boolean }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const level = useLevel();
  const titleId = useId();
  const { finding, open } = props;
  const { cause, target, affects, confidence, evidence } = finding;
  const well = cause === 'healthy';
  const group = groupOf(cause);
  return (
    <section className={styles.finding} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t(group ? `finding.cause.${group}` : 'finding.cause.other', {
          name: affects,
        })}
        {!well && (
          <Tag tone="warning">{t(`finding.${sureness(confidence)}`)}</Tag>
        )}
      </h3>
      <p>{finding.summary}</p>
      {sees(level, 'developer') && (
        <p className={styles.object}>
          {[target, cause, percent(confidence)].join(' · ')}
        </p>
      )}
      {evidence.length > 0 && (
        <Disclosure title={t('finding.evidence')} open={open}>
          <Evidence evidence={evidence} />
        </Disclosure>
      )}
      {!finding.fix?.length && finding.ask && <p>{finding.ask}</p>}
    </section>
  );
}
