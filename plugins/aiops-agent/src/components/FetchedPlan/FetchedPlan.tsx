import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useCallback, type ReactNode } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { Surface } from '../Surface';

/**
 * A plan that is known by its id alone, drawn once it is there; the server's
 * sentence where it is unknown or somebody else's.
 */
export function FetchedPlan(props: {
  planId: string;
  renderPlan: (plan: Plan) => ReactNode;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { planId } = props;
  const plan = useLoad(
    useCallback(signal => api.getPlan(planId, { signal }), [api, planId]),
  );
  if (plan.error) {
    return <ErrorNote error={plan.error} onRetry={plan.reload} />;
  }
  if (!plan.value) {
    return (
      <Surface aria-busy aria-label={t('plan.loading')}>
        <Skeleton width="50%" height={20} />
      </Surface>
    );
  }
  return <>{props.renderPlan(plan.value)}</>;
}
