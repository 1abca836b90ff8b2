import {
  ENVIRONMENT_ANNOTATION,
  type Health,
  type Suggestion,
} from '@aiops-portal/plugin-aiops-agent-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useThing } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';

const ILL = new Set<Health>(['degraded', 'missing']);

/** What one might want to know of an entity: first of all, what is wrong. */
export function useEntitySuggestions(entity: Entity): Suggestion[] {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const ours =
    entity.metadata.annotations?.[ENVIRONMENT_ANNOTATION] !== undefined;
  const { value } = useThing(ours ? stringifyEntityRef(entity) : undefined);
  if (!ours) {
    return [{ text: t('assistant.entityHelp') }];
  }
  const ill = value !== undefined && ILL.has(value.thing.health);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const how = ill && kind !== 'system' ? 'entityWrong' : 'entityStatus';
  const also = {
    system: 'entityAccess',
    resource: 'entityBackup',
    component: 'entityLogs',
  } as const;
  return [
    t(`assistant.${how}`),
    t(`assistant.${also[kind as keyof typeof also] ?? 'entityHelp'}`),
    t('assistant.entityCost'),
  ].map(text => ({ text }));
}
