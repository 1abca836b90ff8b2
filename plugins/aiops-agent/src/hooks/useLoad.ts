import { useCallback, useEffect, useRef, useState } from 'react';

/** What a page knows of something that it fetches. */
export interface Loaded<T> {
  /** The last value that arrived; stays while it is fetched again. */
  value?: T;
  error?: Error;
  loading: boolean;
  reload(): void;
}

/** Fetches when `load` changes and on demand; late answers are ignored. */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({
    loading: true,
  });
  const current = useRef<AbortController>();

  const start = useCallback(async () => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setState(before => ({ ...before, loading: true }));
    try {
      const value = await load(controller.signal);
      if (!controller.signal.aborted) {
        setState({ value, loading: false });
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        setState(before => ({
          ...before,
          error: error as Error,
          loading: false,
        }));
      }
    }
  }, [load]);

  useEffect(() => {
    start();
    return () => current.current?.abort();
  }, [start]);

  return { ...state, reload: start };
}
