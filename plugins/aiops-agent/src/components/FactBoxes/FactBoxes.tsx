import type { Fact } from '@aiops-portal/plugin-aiops-agent-common';
import styles from './FactBoxes.module.css';

/** A few numbers, each in a box with what it means under it. */
export function FactBoxes(props: { label: string; facts: Fact[] }) {
  if (props.facts.length === 0) {
    return null;
  }
  return (
    <dl className={styles.boxes} aria-label={props.label}>
      {props.facts.map(fact => (
        <div
          key={`${fact.label} ${fact.value}`}
          className={styles.box}
          data-tone={fact.tone ?? 'neutral'}
        >
          <dt className={styles.meaning}>{fact.label}</dt>
          <dd className={styles.number}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
