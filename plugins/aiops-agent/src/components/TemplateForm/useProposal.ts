import type {
  Params,
  Plan,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { answersOf, isAgreement, isOpen } from './agreement';

/** How long somebody has stopped typing. Milliseconds. */
const STILL = 500;

/** What the portal says to a form's answers. */
export interface Proposal {
  /** The answers that it is about. */
  answers: string;
  plan?: Plan;
  /** What is asked where something is missing. */
  question?: string;
}

/**
 * Proposes the plan of what a form holds, anew when an answer changes. What
 * was agreed to before, on the same answers, is shown again while it holds.
 *
 * @param params - Parameters of the intent; their values, not the object, count.
 */
export function useProposal(intent: string, params: Params, agreed: unknown) {
  const api = useApi(aiopsAgentApiRef);
  const answers = answersOf(params);
  const asked = useStill(answers);
  const before = useRef(agreed);
  before.current = agreed;

  const load = useCallback(
    async (signal: AbortSignal): Promise<Proposal> => {
      const earlier = before.current;
      if (isAgreement(earlier) && earlier.answers === asked) {
        const plan = await api.getPlan(earlier.planId, { signal });
        if (isOpen(plan) && plan.hash === earlier.hash) {
          return { answers: asked, plan };
        }
      }
      const turn = await api.runIntent(
        intent,
        { params: Object.fromEntries(JSON.parse(asked)) },
        { signal },
      );
      return { answers: asked, ...saidIn(turn) };
    },
    [api, intent, asked],
  );
  const { value, error, loading, reload } = useLoad(load);
  const current = value?.answers === answers && !loading;
  return {
    proposal: value,
    /** The proposal is the one of these answers. */
    current: current && !error,
    error: asked === answers && !loading ? error : undefined,
    reload,
  };
}

function saidIn({ plan, reply }: Turn): Pick<Proposal, 'plan' | 'question'> {
  return plan ? { plan } : { question: reply };
}

/** A text once it has stayed the same for a moment. */
function useStill(text: string): string {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), STILL);
    return () => clearTimeout(timer);
  }, [text]);
  return still;
}
