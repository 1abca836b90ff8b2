import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A value that changes faster than it can be drawn: the screen gets the last
 * one of each frame.
 */
export function useFrameBatch<T>(empty: T) {
  const [value, setValue] = useState(empty);
  const waiting = useRef<T>(empty);
  const frame = useRef<number>();

  const push = useCallback((next: T) => {
    waiting.current = next;
    frame.current ??= requestAnimationFrame(() => {
      frame.current = undefined;
      setValue(waiting.current);
    });
  }, []);

  const clear = useCallback(() => {
    if (frame.current !== undefined) {
      cancelAnimationFrame(frame.current);
      frame.current = undefined;
    }
    setValue(empty);
  }, [empty]);

  useEffect(
    () => () => {
      if (frame.current !== undefined) {
        cancelAnimationFrame(frame.current);
      }
    },
    [],
  );

  return { value, push, clear };
}
