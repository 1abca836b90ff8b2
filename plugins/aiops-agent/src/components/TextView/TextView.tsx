import { CopyButton } from '../CopyButton';
import { ScrollRegion } from '../ScrollRegion';
import styles from './TextView.module.css';

/** Lines as they were written, by whoever: nothing is read from them. */
export function TextView(props: { label: string; text: string }) {
  const text = props.text.replace(/\n$/, '');
  return (
    <div className={styles.view}>
      <ScrollRegion role="region" label={props.label} className={styles.scroll}>
        <pre className={styles.text}>
          {text.split('\n').map((line, index) => (
            <span key={index} className={styles.line}>
              {line}
              {'\n'}
            </span>
          ))}
        </pre>
      </ScrollRegion>
      <CopyButton name={props.label} text={text} variant="tertiary" />
    </div>
  );
}
