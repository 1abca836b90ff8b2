import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Folded away until somebody wants it, unless it begins open. */
export function Disclosure(props: {
  title: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.disclosure} open={props.open}>
      <summary className={styles.title}>{props.title}</summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  );
}
