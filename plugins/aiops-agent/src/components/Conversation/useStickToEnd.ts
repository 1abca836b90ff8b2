import { useCallback, useEffect, useRef, useState } from 'react';

/** Pixels from the end within which one still reads the end. */
const NEAR = 64;

/**
 * Keeps a scrolling log at its end while it grows, until the person scrolls
 * up; from then on it stays where they read. A message that is taller than
 * the log (marked `data-message`) is kept at its beginning, since that is
 * where one reads on.
 */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const kept = useRef<number>();
  const [away, setAway] = useState(false);

  const follow = useCallback(() => {
    const element = scroller.current;
    const newest = [
      ...(content.current?.querySelectorAll('[data-message]') ?? []),
    ].pop();
    if (element) {
      const end = element.scrollHeight - element.clientHeight;
      const beginning = newest
        ? element.scrollTop +
          newest.getBoundingClientRect().top -
          element.getBoundingClientRect().top
        : end;
      element.scrollTop = Math.min(end, beginning);
      kept.current = element.scrollTop;
    }
  }, []);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) {
      element.scrollTop = element.scrollHeight;
      kept.current = element.scrollTop;
    }
    sticks.current = true;
    setAway(false);
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element) {
      const left =
        element.scrollHeight - element.scrollTop - element.clientHeight;
      sticks.current = left <= NEAR || element.scrollTop === kept.current;
      setAway(left > NEAR);
    }
  }, []);

  useEffect(() => {
    if (!content.current) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      if (sticks.current) {
        follow();
      }
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [follow]);

  return { scroller, content, away, onScroll, toEnd };
}
