import styles from './Meter.module.css';

/** How full something is, in words and as a bar. */
export function Meter(props: {
  label: string;
  text: string;
  used: number;
  limit: number;
}) {
  const share =
    props.limit > 0
      ? Math.min(1, props.used / props.limit)
      : Number(props.used > 0);
  return (
    <div className={styles.meter}>
      <span className={styles.label}>{props.label}</span>
      <span className={styles.text}>{props.text}</span>
      <span
        role="meter"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.limit}
        aria-valuenow={Math.min(props.used, props.limit)}
        aria-valuetext={props.text}
        className={styles.track}
        data-full={share >= 0.9}
      >
        <span
          className={styles.filled}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
    </div>
  );
}
