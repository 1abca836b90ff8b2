import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Skeleton } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { Conversation } from '../Conversation';
import { ErrorNote } from '../ErrorNote';
import styles from './EntityAssistant.module.css';
import { useEntitySuggestions } from './useEntitySuggestions';
import { useHandedOver } from './useHandedOver';

/**
 * The Assistant tab of an entity: goes on with what was last said about it,
 * and knows what 'it' means.
 */
export function EntityAssistant() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [fresh, setFresh] = useState(0);
  const earlier = useLoad(
    useCallback(
      signal => api.listConversations({ entityRef }, { signal }),
      [api, entityRef],
    ),
  );
  const suggestions = useEntitySuggestions(entity);
  const handed = useHandedOver();
  const name = entity.metadata.title ?? entity.metadata.name;

  return (
    <div className={styles.tab}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('assistant.entityTitle', { name })}</h2>
        <Button
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => setFresh(count => count + 1)}
        >
          {t('assistant.new')}
        </Button>
      </header>
      {earlier.error && (
        <ErrorNote error={earlier.error} onRetry={earlier.reload} />
      )}
      {earlier.loading && (
        <div aria-busy aria-label={t('conversation.loading')}>
          <Skeleton width="60%" height={40} rounded />
        </div>
      )}
      {earlier.value && (
        <div className={styles.conversation}>
          <Conversation
            key={`${entityRef} ${fresh}`}
            conversationId={fresh === 0 ? earlier.value[0]?.id : undefined}
            entityRef={entityRef}
            suggestions={suggestions}
            draft={fresh === 0 ? handed?.draft : undefined}
            focusInput={handed !== undefined}
          />
        </div>
      )}
    </div>
  );
}
