import type { Link } from '@aiops-portal/plugin-aiops-agent-common';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine, RiKey2Line } from '@remixicon/react';
import type { ReactElement } from 'react';
import { useLinks } from '../../hooks';
import styles from './Links.module.css';

interface Target {
  link: Link;
  href: string;
  icon?: ReactElement;
  outside?: boolean;
}

/** Ways on: the thing itself, its page in the portal, its credentials. */
export function Links(props: { links: Link[] }) {
  const to = useLinks();
  const targets = props.links.flatMap((link): Target[] => {
    if (link.reveal) {
      const href = to.credentials(link.reveal);
      return href ? [{ link, href, icon: <RiKey2Line /> }] : [];
    }
    if (link.entityRef) {
      const href = to.entity(link.entityRef);
      return href ? [{ link, href }] : [];
    }
    return link.url && /^https?:/.test(link.url)
      ? [{ link, href: link.url, icon: <RiExternalLinkLine />, outside: true }]
      : [];
  });
  if (targets.length === 0) {
    return null;
  }
  return (
    <div className={styles.links}>
      {targets.map(({ link, href, icon, outside }) => (
        <ButtonLink
          key={`${link.title} ${href}`}
          href={href}
          variant="secondary"
          iconEnd={icon}
          {...(outside ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {link.title}
        </ButtonLink>
      ))}
    </div>
  );
}
