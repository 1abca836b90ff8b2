import { useCallback, useRef, useState } from 'react';

/**
 * Runs one act at a time: a second press while the first is under way does
 * nothing. The error of the last one stays until the next begins.
 */
export function useActions<Name extends string>() {
  const [state, setState] = useState<{ pending?: Name; error?: Error }>({});
  const busy = useRef(false);

  const run = useCallback(async (name: Name, act: () => Promise<void>) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    setState({ pending: name });
    try {
      await act();
      setState({});
    } catch (error) {
      setState({ error: error as Error });
    } finally {
      busy.current = false;
    }
  }, []);

  return { ...state, run };
}
