import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import {
  assistantRouteRef,
  conversationRouteRef,
  credentialsRouteRef,
  entityRouteRef,
  requestRouteRef,
  requestsRouteRef,
} from '../routes';

/** Addresses of pages; undefined where the app doesn't have the page. */
export function useLinks() {
  const assistant = useRouteRef(assistantRouteRef);
  const conversation = useRouteRef(conversationRouteRef);
  const requests = useRouteRef(requestsRouteRef);
  const request = useRouteRef(requestRouteRef);
  const credentials = useRouteRef(credentialsRouteRef);
  const entity = useRouteRef(entityRouteRef);
  return useMemo(
    () => ({
      assistant: () => assistant?.(),
      conversation: (conversationId: string) =>
        conversation?.({ conversationId }),
      requests: () => requests?.(),
      request: (requestId: string) => request?.({ requestId }),
      credentials: (of: { environment: string; name: string }) =>
        credentials?.(of),
      entity: (entityRef: string) => {
        const { kind, namespace, name } = parseEntityRef(entityRef, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        });
        return entity?.({
          kind: kind.toLocaleLowerCase('en-US'),
          namespace: namespace.toLocaleLowerCase('en-US'),
          name,
        });
      },
    }),
    [assistant, conversation, requests, request, credentials, entity],
  );
}
