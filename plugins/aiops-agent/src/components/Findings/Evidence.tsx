import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import { ScrollRegion } from '../ScrollRegion';
import styles from './Findings.module.css';

/** Where each piece can be checked, and what it says there. */
export function Evidence(props: { evidence: Finding['evidence'] }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { evidence } = props;
  const label = t('finding.evidence');
  return (
    <>
      <ScrollRegion role="region" label={label}>
        <ul className={styles.evidence}>
          {evidence.map(({ source, text }, index) => (
            <li key={index}>
              <span className={styles.source}>{source}</span>
              <span className={styles.text}>{text}</span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
      <div className={styles.copy}>
        <CopyButton
          name={label}
          text={evidence
            .map(({ source, text }) => `${source}\n  ${text}`)
            .join('\n')}
          variant="tertiary"
        />
      </div>
    </>
  );
}
