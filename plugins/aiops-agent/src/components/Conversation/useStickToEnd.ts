import { useCallback, useEffect, useRef, useState } from 'react';

/** Pixels from the end within which one still reads the end. */
const NEAR = 64;

/**
 * Keeps a scrolling log at its end while it grows, until the person scrolls
 * up; from then on it stays where they read.
 */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) {
      element.scrollTop = element.scrollHeight;
    }
    sticks.current = true;
    setAway(false);
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element) {
      const left =
        element.scrollHeight - element.scrollTop - element.clientHeight;
      sticks.current = left <= NEAR;
      setAway(!sticks.current);
    }
  }, []);

  useEffect(() => {
    if (!content.current) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      if (sticks.current) {
        toEnd();
      }
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  return { scroller, content, away, onScroll, toEnd };
}
