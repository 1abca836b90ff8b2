import {
  CHANGES_CHANNEL,
  type ChangeSignal,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/**
 * Calls back for every change request that moves. Subscribes itself rather
 * than through `useSignal`, which keeps only the last of several signals that
 * arrive between two renders.
 */
export function useChangeSignal(onMoved: (signal: ChangeSignal) => void) {
  const signals = useApiHolder().get(signalApiRef);
  const listener = useRef(onMoved);
  useEffect(() => {
    listener.current = onMoved;
  });
  useEffect(() => {
    const subscriber = signals?.subscribe<ChangeSignal>(
      CHANGES_CHANNEL,
      signal => listener.current(signal),
    );
    return () => subscriber?.unsubscribe();
  }, [signals]);
}
