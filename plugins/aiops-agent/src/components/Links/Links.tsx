import type { Link } from '@aiops-portal/plugin-aiops-agent-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link as PageLink } from '@backstage/ui';
import { RiExternalLinkLine, RiKey2Line } from '@remixicon/react';
import { Fragment, type ReactElement } from 'react';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './Links.module.css';

interface Target {
  link: Link;
  href: string;
  icon?: ReactElement;
  outside?: boolean;
}

/** The catalog's kinds, in the portal's words. */
const KINDS = {
  component: 'links.component',
  resource: 'links.resource',
  system: 'links.system',
} as const;

function isKnown(kind: string): kind is keyof typeof KINDS {
  return kind in KINDS;
}

/** Ways on: the thing itself and its credentials; then its pages here. */
export function Links(props: { links: Link[] }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const to = useLinks();
  const targets = props.links.flatMap((link): Target[] => {
    if (link.reveal) {
      const href = to.credentials(link.reveal);
      return href ? [{ link, href, icon: <RiKey2Line /> }] : [];
    }
    return link.url && /^https?:/.test(link.url)
      ? [{ link, href: link.url, icon: <RiExternalLinkLine />, outside: true }]
      : [];
  });
  const pages = props.links.flatMap(({ title, entityRef }) => {
    const href = entityRef && to.entity(entityRef);
    return href ? [{ title, href, kind: parseEntityRef(entityRef).kind }] : [];
  });
  return (
    <>
      {targets.length > 0 && (
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
      )}
      {pages.length > 0 && (
        <p className={styles.pages}>
          {t('links.pages')}{' '}
          {pages.map(({ title, href, kind }, index) => (
            <Fragment key={href}>
              {index > 0 && ' · '}
              <PageLink href={href}>{title}</PageLink> (
              {isKnown(kind) ? t(KINDS[kind]) : kind})
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}
