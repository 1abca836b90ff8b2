import type { Thing } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { money } from '../../format';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { HealthTag } from '../HealthTag';
import styles from './HomePage.module.css';

/** One thing: what it is called, how it is, what it costs, where it opens. */
export function ThingRow(props: { thing: Thing; currency?: string }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const to = useLinks();
  const { thing, currency } = props;
  const href = to.entity(thing.entityRef);
  return (
    <li className={styles.thing}>
      <div className={styles.what}>
        <span className={styles.thingName}>
          {href ? (
            <Link href={href} weight="bold" standalone>
              {thing.title}
            </Link>
          ) : (
            <strong>{thing.title}</strong>
          )}{' '}
          <HealthTag health={thing.health} />
        </span>
        <span className={styles.quiet}>{thing.sentence}</span>
      </div>
      {thing.costPerMonth !== undefined && currency && (
        <span className={styles.cost}>
          {t('money.monthly', { amount: money(thing.costPerMonth, currency) })}
        </span>
      )}
      {thing.url && /^https?:/.test(thing.url) && (
        <ButtonLink
          variant="tertiary"
          href={thing.url}
          target="_blank"
          rel="noreferrer"
          aria-label={t('home.openThing', { name: thing.title })}
          iconEnd={<RiExternalLinkLine />}
        >
          {t('home.open')}
        </ButtonLink>
      )}
    </li>
  );
}
