import type { Me, Thing } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { Surface } from '../Surface';
import styles from './HomePage.module.css';
import { ThingRow } from './ThingRow';

/** A person's environments, apps and databases, and how they are. */
export function Things(props: { me: Me; currency?: string }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { me, currency } = props;
  return (
    <>
      <Group
        title={t('home.environments')}
        things={me.environments}
        currency={currency}
      />
      <Group
        title={t('home.applications')}
        things={me.applications}
        currency={currency}
      />
      <Group
        title={t('home.databases')}
        things={me.databases}
        currency={currency}
      />
    </>
  );
}

function Group(props: { title: string; things: Thing[]; currency?: string }) {
  const headingId = useId();
  if (props.things.length === 0) {
    return null;
  }
  return (
    <Surface as="section" aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {props.title}
      </h2>
      <ul className={styles.things}>
        {props.things.map(thing => (
          <ThingRow
            key={thing.entityRef}
            thing={thing}
            currency={props.currency}
          />
        ))}
      </ul>
    </Surface>
  );
}
