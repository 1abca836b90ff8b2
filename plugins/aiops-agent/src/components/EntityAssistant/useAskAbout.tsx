import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { entityAssistantRouteRef } from '../../routes';
import { aiopsAgentTranslationRef } from '../../translation';
import type { EntityAssistantState } from './entityAssistantState';

/** The entry of an entity's menu that leads to its Assistant tab. */
export function useAskAbout() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const assistant = useRouteRef(entityAssistantRouteRef);
  const navigate = useNavigate();
  return {
    title: t('assistant.askAbout'),
    disabled: assistant === undefined,
    onClick: () => {
      const state: EntityAssistantState = {};
      if (assistant) {
        navigate(assistant(), { state });
      }
    },
  };
}
