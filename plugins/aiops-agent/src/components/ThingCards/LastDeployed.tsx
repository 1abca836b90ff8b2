import type { Deployment } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ago } from '../../format';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { CommitLink } from './CommitLink';
import styles from './ThingCards.module.css';

/** When it was last deployed; by whom and with what, where that is told. */
export function LastDeployed(props: { deployed: Deployment }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const to = useLinks();
  const { at, byName, changeId, commit } = props.deployed;
  const when = ago(at, Date.now()) ?? t('time.justNow');
  return (
    <p className={styles.quiet}>
      <time dateTime={at} title={new Date(at).toLocaleString()}>
        {byName
          ? t('thing.deployedBy', { when, name: byName })
          : t('thing.deployed', { when })}
      </time>
      {changeId && (
        <>
          {' · '}
          <Link href={to.request(changeId)}>{changeId}</Link>
        </>
      )}
      {commit && (
        <>
          {' · '}
          <CommitLink commit={commit} />
        </>
      )}
    </p>
  );
}
