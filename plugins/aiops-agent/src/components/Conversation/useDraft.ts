import { useCallback, useState } from 'react';

const PREFIX = 'aiops-agent.draft.';

/** What is typed and not yet sent; outlives a reload, not the tab. */
export function useDraft(key: string, initial?: string) {
  const [text, setText] = useState(
    () => initial ?? sessionStorage.getItem(PREFIX + key) ?? '',
  );
  const set = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') {
        sessionStorage.removeItem(PREFIX + key);
      } else {
        sessionStorage.setItem(PREFIX + key, next);
      }
    },
    [key],
  );
  return [text, set] as const;
}
