import type { FileDiff } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { DiffView } from '../DiffView';
import { Tag, type TagTone } from '../Tag';
import styles from './PlanDetails.module.css';

const TONES: Record<FileDiff['action'], TagTone> = {
  add: 'positive',
  change: 'info',
  delete: 'danger',
};

/** Each file that a plan writes, with what is different in it. */
export function FileDiffs(props: { files: FileDiff[] }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const words: Record<FileDiff['action'], string> = {
    add: t('plan.add'),
    change: t('plan.changed'),
    delete: t('plan.deleted'),
  };
  return (
    <ul className={styles.files}>
      {props.files.map(file => (
        <li key={file.path}>
          <Disclosure
            title={
              <>
                <code className={styles.path}>{file.path}</code>{' '}
                <Tag tone={TONES[file.action]}>{words[file.action]}</Tag>
              </>
            }
          >
            <DiffView
              label={t('plan.diff', { path: file.path })}
              text={file.diff}
              language="diff"
            />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
