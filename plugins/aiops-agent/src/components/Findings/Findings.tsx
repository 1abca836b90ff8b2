import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import { sees, useLevel } from '../../hooks';
import { FindingView } from './FindingView';
import styles from './Findings.module.css';

/** Less sure than this is for those who dig. */
const WORTH_SAYING = 0.5;

/** What was found to be wrong, most likely first. */
export function Findings(props: { findings: Finding[] }) {
  const digs = sees(useLevel(), 'developer');
  const shown = props.findings.filter(
    ({ confidence }, index) =>
      index === 0 || digs || confidence >= WORTH_SAYING,
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={styles.findings}>
      {shown.map((finding, index) => (
        <FindingView
          key={`${finding.cause} ${finding.target}`}
          finding={finding}
          open={digs && index === 0}
        />
      ))}
    </div>
  );
}
