import type { ThingChange } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ago } from '../../format';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { STATE_TONES } from '../ChangeCard';
import { Tag } from '../Tag';
import { CommitLink } from './CommitLink';
import { ThingCard } from './ThingCard';
import styles from './ThingCards.module.css';

/** The newest requests that touched it. */
export function ChangesCard() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <ThingCard title={t('thing.changes')}>
      {({ changes }) =>
        changes.length > 0 ? (
          <ul className={styles.changes}>
            {changes.map(change => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
        ) : (
          <p className={styles.quiet}>{t('thing.noChanges')}</p>
        )
      }
    </ThingCard>
  );
}

function Change(props: { change: ThingChange }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const to = useLinks();
  const { id, title, state, stateText, requesterName, at, commit } =
    props.change;
  return (
    <li className={styles.change}>
      <Link href={to.request(id)} weight="bold" standalone>
        {title}
      </Link>
      <Tag tone={STATE_TONES[state]}>{stateText}</Tag>
      <span className={styles.quiet}>
        {[id, requesterName, ago(at, Date.now()) ?? t('time.justNow')].join(
          ' · ',
        )}
        {commit && (
          <>
            {' · '}
            <CommitLink commit={commit} />
          </>
        )}
      </span>
    </li>
  );
}
