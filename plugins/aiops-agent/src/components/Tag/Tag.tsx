import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type TagTone = 'neutral' | 'info' | 'positive' | 'warning' | 'danger';

/** A state in a word or two; the colour only repeats what the words say. */
export function Tag(props: { tone?: TagTone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={props.tone ?? 'neutral'}>
      {props.children}
    </span>
  );
}
