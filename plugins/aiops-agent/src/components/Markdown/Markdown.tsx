import { MarkdownContent } from '@backstage/core-components';
import { closeOpenMarks } from './closeOpenMarks';
import styles from './Markdown.module.css';

/** Images would let a text call other servers, so none is shown. */
const noImage = () => '';

/** What the assistant says. `streaming` mends a text that is not finished. */
export function Markdown(props: { text: string; streaming?: boolean }) {
  return (
    <MarkdownContent
      className={styles.markdown}
      content={props.streaming ? closeOpenMarks(props.text) : props.text}
      transformImageUri={noImage}
    />
  );
}
