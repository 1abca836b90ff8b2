import type {
  Understood,
  UnderstoodFilter,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions, useLoad } from '../../hooks';

/** The turns that a filter lets through: the newest, and earlier on demand. */
export function useTurns(filter: UnderstoodFilter) {
  const api = useApi(aiopsAgentApiRef);
  const newest = useLoad(
    useCallback(
      async signal => ({
        filter,
        page: await api.listUnderstood(filter, { signal }),
      }),
      [api, filter],
    ),
  );
  // What was read on, and what was changed, of the filter that it is for.
  const [further, setFurther] = useState<{
    filter: UnderstoodFilter;
    pages: UnderstoodPage[];
  }>({ filter, pages: [] });
  const [changed, setChanged] = useState(new Map<string, Understood>());
  const { run, pending, error } = useActions<'read'>();

  const first = newest.value?.filter === filter ? newest.value.page : undefined;
  const pages = [
    ...(first ? [first] : []),
    ...(first && further.filter === filter ? further.pages : []),
  ];
  const last = pages.at(-1);
  return {
    items: first && pages.flatMap(page => page.items.map(current)),
    engines: newest.value?.page.engines ?? [],
    model: newest.value?.page.model,
    more: last?.more ?? false,
    reading: pending !== undefined,
    error: newest.error ?? error,
    reload: newest.reload,
    readOn: () =>
      run('read', async () => {
        const before = last?.items.at(-1)?.messageId;
        const next = await api.listUnderstood({ ...filter, before });
        setFurther({ filter, pages: [...pages.slice(1), next] });
      }),
    replace: (turn: Understood) =>
      setChanged(known => new Map(known).set(turn.messageId, turn)),
  };

  function current(turn: Understood): Understood {
    return changed.get(turn.messageId) ?? turn;
  }
}
