import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Folded away until somebody wants it. */
export function Disclosure(props: { title: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.title}>{props.title}</summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  );
}
