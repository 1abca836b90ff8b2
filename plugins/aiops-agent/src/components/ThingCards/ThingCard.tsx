import type { ThingDetails } from '@aiops-portal/plugin-aiops-agent-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useSentence, useThing } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import styles from './ThingCards.module.css';

/** It isn't there, or not for this person to see. */
function isHidden(error: Error): boolean {
  return (
    error.name === 'ResponseError' &&
    (error.cause as Error | undefined)?.name === 'NotFoundError'
  );
}

/**
 * A card about the entity of the page. All of them share what was fetched;
 * one says what went wrong with that, and the others that they can't tell.
 * Of what may not be seen there is but the one, with a sentence.
 */
export function ThingCard(props: {
  title: string;
  saysErrors?: boolean;
  children: (details: ThingDetails) => ReactNode;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { title, saysErrors = false, children } = props;
  const entityRef = stringifyEntityRef(useEntity().entity);
  const sentenceOf = useSentence();
  const { value, error, reload } = useThing(entityRef);
  if (error && isHidden(error)) {
    return saysErrors ? (
      <EntityInfoCard title={title}>
        <p className={`${styles.body} ${styles.quiet}`}>{sentenceOf(error)}</p>
      </EntityInfoCard>
    ) : null;
  }
  return (
    <EntityInfoCard title={title}>
      <div className={styles.body}>
        {error && saysErrors && <ErrorNote error={error} onRetry={reload} />}
        {error && !saysErrors && !value && (
          <p className={styles.quiet}>{t('thing.unknown')}</p>
        )}
        {!value && !error && (
          <div aria-busy aria-label={t('thing.loading')}>
            <Skeleton width="80%" height={20} />
          </div>
        )}
        {value && children(value)}
      </div>
    </EntityInfoCard>
  );
}
