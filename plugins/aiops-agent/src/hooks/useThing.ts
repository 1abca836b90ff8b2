import type {
  AiopsAgentApi,
  ThingDetails,
} from '@aiops-portal/plugin-aiops-agent-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSyncExternalStore } from 'react';
import { aiopsAgentApiRef } from '../api';
import { SharedLoad } from './SharedLoad';
import { useChangeSignal } from './useChangeSignal';
import type { Loaded } from './useLoad';

const asked = new WeakMap<
  AiopsAgentApi,
  Map<string, SharedLoad<ThingDetails>>
>();

function loadOf(api: AiopsAgentApi, entityRef: string) {
  const known = asked.get(api) ?? new Map<string, SharedLoad<ThingDetails>>();
  asked.set(api, known);
  const load =
    known.get(entityRef) ??
    new SharedLoad(signal =>
      api.getThing(parseEntityRef(entityRef), { signal }),
    );
  known.set(entityRef, load);
  return load;
}

const NOTHING = { loading: false };
const NOBODY_ASKS = {
  subscribe: () => () => {},
  state: () => NOTHING,
  reload: () => {},
};

/**
 * What the portal knows of an entity: asked once for all that show it, and
 * again when a change moves, when the page is looked at again and, as pods
 * have a life of their own, now and then. Nothing is asked without an entity.
 */
export function useThing(entityRef: string | undefined): Loaded<ThingDetails> {
  const api = useApi(aiopsAgentApiRef);
  const { subscribe, state, reload } = entityRef
    ? loadOf(api, entityRef)
    : NOBODY_ASKS;
  const current: Omit<Loaded<ThingDetails>, 'reload'> = useSyncExternalStore(
    subscribe,
    state,
  );
  useChangeSignal(reload);
  return { ...current, reload };
}
