import type { Health, Thing } from '@aiops-portal/plugin-aiops-agent-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiChatSmile2Line } from '@remixicon/react';
import { entityAssistantRouteRef } from '../../routes';
import { aiopsAgentTranslationRef } from '../../translation';
import type { EntityAssistantState } from '../EntityAssistant';

const ILL = new Set<Health>(['degraded', 'missing']);

/**
 * The way to the assistant with the question written down, for what is ill.
 * It is the person who sends it.
 */
export function AskWhy(props: { thing: Thing }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const assistant = useRouteRef(entityAssistantRouteRef);
  const { title, health } = props.thing;
  if (!assistant || !ILL.has(health)) {
    return null;
  }
  const state: EntityAssistantState = {
    draft: t('thing.why', { name: title }),
  };
  return (
    <div>
      <ButtonLink
        size="small"
        variant="secondary"
        iconStart={<RiChatSmile2Line />}
        href={assistant()}
        routerOptions={{ state }}
      >
        {t('thing.askWhy')}
      </ButtonLink>
    </div>
  );
}
