import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useEffect, useState } from 'react';

// Timers of more than 2^31 ms fire at once.
const LONGEST_TIMER = 2_147_483_647;

/**
 * A plan as it is now. It ages on the screen too, so that nobody presses a
 * button that can only fail.
 */
export function usePlanState(given: Plan) {
  const [plan, setPlan] = useState(given);
  const [tooOld, setTooOld] = useState(false);

  useEffect(() => setPlan(given), [given]);

  useEffect(() => {
    const left = Date.parse(plan.expiresAt) - Date.now();
    setTooOld(left <= 0);
    if (left <= 0 || left > LONGEST_TIMER) {
      return undefined;
    }
    const timer = setTimeout(() => setTooOld(true), left);
    return () => clearTimeout(timer);
  }, [plan.expiresAt]);

  const state: Plan['state'] =
    plan.state === 'proposed' && tooOld ? 'expired' : plan.state;
  return { plan, state, setPlan };
}
