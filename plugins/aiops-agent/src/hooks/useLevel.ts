import type {
  AiopsAgentApi,
  Level,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { aiopsAgentApiRef } from '../api';

const LEVELS: Level[] = ['end-user', 'developer', 'admin'];

/** Does a person of this level see what is meant for `needed`? */
export function sees(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}

// One question a session: a level changes with the sign-in, not in between.
const levels = new WeakMap<AiopsAgentApi, Promise<Level>>();

function levelOf(api: AiopsAgentApi): Promise<Level> {
  const known = levels.get(api);
  if (known) {
    return known;
  }
  const asked = api.getMe().then(me => me.person.level);
  levels.set(api, asked);
  asked.catch(() => levels.delete(api));
  return asked;
}

/** How much detail this person sees; the least until it is known. */
export function useLevel(): Level {
  const api = useApi(aiopsAgentApiRef);
  const [level, setLevel] = useState<Level>('end-user');
  useEffect(() => {
    let current = true;
    levelOf(api).then(
      found => current && setLevel(found),
      // Without an answer the least is shown, which is always right to show.
      () => current && setLevel('end-user'),
    );
    return () => {
      current = false;
    };
  }, [api]);
  return level;
}
