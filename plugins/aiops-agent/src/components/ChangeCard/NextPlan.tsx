import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, type ReactNode } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { ErrorNote } from '../ErrorNote';

/** What is proposed instead of a plan that could not be carried out any more. */
export function NextPlan(props: {
  planId: string;
  renderPlan: (plan: Plan) => ReactNode;
}) {
  const api = useApi(aiopsAgentApiRef);
  const { planId } = props;
  const plan = useLoad(
    useCallback(signal => api.getPlan(planId, { signal }), [api, planId]),
  );
  if (plan.error) {
    return <ErrorNote error={plan.error} onRetry={plan.reload} />;
  }
  return <>{plan.value && props.renderPlan(plan.value)}</>;
}
