import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** What a person has and what they might want: the portal's first page. */
export const homeRouteRef = createRouteRef();

/** A conversation that has not begun. */
export const assistantRouteRef = createRouteRef();
export const conversationRouteRef = createSubRouteRef({
  parent: assistantRouteRef,
  path: '/:conversationId',
});

/** What waits for me and what I asked for. */
export const requestsRouteRef = createRouteRef();
export const requestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/:requestId',
});

/** Where the owner of a thing sees its credentials, once. */
export const credentialsRouteRef = createRouteRef({
  params: ['environment', 'name'],
});

/** The Assistant tab of the entity whose page is open. */
export const entityAssistantRouteRef = createRouteRef();

/** How messages were understood, for admins. */
export const understoodRouteRef = createRouteRef();

/** The page of a catalog entity. */
export const entityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});
