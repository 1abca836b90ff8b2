import { useEffect, useRef } from 'react';

/** A form that was asked for: its first field takes the focus. */
export function useFocusFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  return form;
}
