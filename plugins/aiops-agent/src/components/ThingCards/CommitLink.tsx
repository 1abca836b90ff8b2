import type { Deployment } from '@aiops-portal/plugin-aiops-agent-common';
import { Link } from '@backstage/ui';
import styles from './ThingCards.module.css';

/** A commit by the beginning of its hash. */
export function CommitLink(props: {
  commit: NonNullable<Deployment['commit']>;
}) {
  const { sha, url } = props.commit;
  const short = <span className={styles.code}>{sha.slice(0, 7)}</span>;
  return url && /^https?:/.test(url) ? (
    <Link href={url} target="_blank" rel="noreferrer">
      {short}
    </Link>
  ) : (
    short
  );
}
