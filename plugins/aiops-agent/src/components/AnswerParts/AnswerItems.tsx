import type { Item } from '@aiops-portal/plugin-aiops-agent-common';
import { Link } from '@backstage/ui';
import { useLinks } from '../../hooks';
import { Tag } from '../Tag';
import styles from './AnswerParts.module.css';

/** The rows of an answer that is a list; each leads to its thing. */
export function AnswerItems(props: { items: Item[] }) {
  const to = useLinks();
  if (props.items.length === 0) {
    return null;
  }
  const hrefOf = (item: Item) => {
    if (item.changeId) {
      return to.request(item.changeId);
    }
    if (item.entityRef) {
      return to.entity(item.entityRef);
    }
    return item.url && /^https?:/.test(item.url) ? item.url : undefined;
  };
  return (
    <ul className={styles.items}>
      {props.items.map((item, index) => {
        const href = hrefOf(item);
        return (
          <li key={index} className={styles.item}>
            <span className={styles.what}>
              {href ? (
                <Link href={href} weight="bold" standalone>
                  {item.title}
                </Link>
              ) : (
                <strong>{item.title}</strong>
              )}
              {item.subtitle && (
                <span className={styles.subtitle}>{item.subtitle}</span>
              )}
            </span>
            {item.value && <Tag tone={item.tone}>{item.value}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
