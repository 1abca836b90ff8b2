import { CopyButton } from '../CopyButton';
import styles from './CredentialsPage.module.css';

/** One value, to be copied. */
export function SecretValue(props: { name: string; value: string }) {
  return (
    <li className={styles.value}>
      <span className={styles.key}>{props.name}</span>
      <code className={styles.secret}>{props.value}</code>
      <CopyButton name={props.name} text={props.value} />
    </li>
  );
}
