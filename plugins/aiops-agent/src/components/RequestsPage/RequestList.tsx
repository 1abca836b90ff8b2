import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ago, day } from '../../format';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { useStateTag } from '../ChangeCard';
import { nameOf } from '../PlanDetails';
import { Tag } from '../Tag';
import styles from './RequestsPage.module.css';

/** Requests as rows: what was asked, how it stands, since when. */
export function RequestList(props: { changes: Change[] }) {
  return (
    <ul className={styles.list}>
      {props.changes.map(change => (
        <Row key={change.id} change={change} />
      ))}
    </ul>
  );
}

function Row(props: { change: Change }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const to = useLinks();
  const { change } = props;
  const tag = useStateTag(change);
  const name = nameOf(change.plan);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <Link href={to.request(change.id)} weight="bold" standalone>
          {name ?? change.title}
        </Link>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </span>
      <span className={styles.quiet}>
        {[
          name && change.plan.title,
          change.id,
          ago(change.updatedAt, Date.now()) ?? t('time.justNow'),
          change.can.undo && change.undoUntil
            ? t('requests.undoUntil', { when: day(change.undoUntil) })
            : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
