import type {
  Change,
  ChangeState,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { aiopsAgentApiRef } from '../api';
import { useChangeSignal } from './useChangeSignal';

/** States that a request does not leave by itself. */
const ENDED: ReadonlySet<ChangeState> = new Set<ChangeState>([
  'live',
  'failed',
  'rolled-back',
  'rejected',
  'cancelled',
  'expired',
]);

// Signals come at once; this is for when the connection that brings them is
// down. Milliseconds.
const POLL_INTERVAL = 5_000;

// What it uses once it is live is measured a little later. Milliseconds.
const SETTLES_IN = 60_000;

/** True when nothing more will be known of a request. */
function isSettled(change: Change | undefined): boolean {
  if (!change || !ENDED.has(change.state)) {
    return false;
  }
  const live = change.state === 'live' && change.liveAt;
  return !live || Date.now() - Date.parse(live) > SETTLES_IN;
}

/** A change request as it is now, until it has ended and after. */
export function useChange(id: string, known?: Change) {
  const api = useApi(aiopsAgentApiRef);
  const [change, setChange] = useState<Change | undefined>(known);
  const [error, setError] = useState<Error>();

  /** Takes what is at least as new as what is shown. */
  const accept = useCallback((next: Change) => {
    setError(undefined);
    setChange(before =>
      before && before.id === next.id && before.version > next.version
        ? before
        : next,
    );
  }, []);

  const refresh = useCallback(async () => {
    try {
      accept(await api.getChange(id));
    } catch (caught) {
      setError(caught as Error);
    }
  }, [accept, api, id]);

  useEffect(() => {
    if (known) {
      accept(known);
    }
  }, [accept, known]);

  const missing = change?.id !== id;
  useEffect(() => {
    if (missing) {
      refresh();
    }
  }, [missing, refresh]);

  useChangeSignal(signal => {
    if (signal.id === id && signal.version > (change?.version ?? -1)) {
      refresh();
    }
  });

  const ended = change !== undefined && ENDED.has(change.state);
  const settled = isSettled(change);
  useEffect(() => {
    if (settled) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        refresh();
      }
    }, POLL_INTERVAL);
    return () => clearInterval(timer);
  }, [settled, refresh]);

  return {
    change: missing ? undefined : change,
    ended,
    error,
    accept,
    refresh,
  };
}
