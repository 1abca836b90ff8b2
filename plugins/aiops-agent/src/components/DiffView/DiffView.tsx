import { ScrollRegion } from '../ScrollRegion';
import styles from './DiffView.module.css';

function kindOf(line: string): 'added' | 'removed' | 'place' | 'same' {
  if (/^(\+\+\+|---|@@|diff |index )/.test(line)) {
    return 'place';
  }
  if (line.startsWith('+')) {
    return 'added';
  }
  return line.startsWith('-') ? 'removed' : 'same';
}

/** A unified diff, or any text as it stands. Scrolls sideways by keyboard too. */
export function DiffView(props: {
  label: string;
  text: string;
  language?: 'text' | 'diff' | 'yaml';
}) {
  const lines = props.text.replace(/\n$/, '').split('\n');
  return (
    <ScrollRegion role="region" label={props.label} className={styles.scroll}>
      <pre className={styles.text}>
        {lines.map((line, index) => (
          <span
            key={index}
            className={styles.line}
            data-kind={props.language === 'diff' ? kindOf(line) : 'same'}
          >
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </ScrollRegion>
  );
}
