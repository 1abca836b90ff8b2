import { AiopsAgentClient } from '@aiops-portal/plugin-aiops-agent-common';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  RiChatSmile2Line,
  RiHome5Line,
  RiInboxLine,
  RiKey2Line,
} from '@remixicon/react';
import { aiopsAgentApiRef } from './api';
import {
  assistantRouteRef,
  conversationRouteRef,
  credentialsRouteRef,
  entityRouteRef,
  homeRouteRef,
  requestRouteRef,
  requestsRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: aiopsAgentApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AiopsAgentClient({ fetchApi }),
    }),
});

const homePage = PageBlueprint.make({
  name: 'home',
  params: {
    path: '/',
    title: 'Home',
    icon: <RiHome5Line />,
    routeRef: homeRouteRef,
    noHeader: true,
    loader: () => import('./components/HomePage').then(m => <m.HomePage />),
  },
});

const assistantPage = PageBlueprint.make({
  name: 'assistant',
  params: {
    path: '/assistant',
    title: 'Assistant',
    icon: <RiChatSmile2Line />,
    routeRef: assistantRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/AssistantPage').then(m => <m.AssistantPage />),
  },
});

const requestsPage = PageBlueprint.make({
  name: 'requests',
  params: {
    path: '/requests',
    title: 'Requests',
    icon: <RiInboxLine />,
    routeRef: requestsRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/RequestsPage').then(m => <m.RequestsRoutes />),
  },
});

const credentialsPage = PageBlueprint.make({
  name: 'credentials',
  params: {
    path: '/credentials/:environment/:name',
    title: 'Credentials',
    icon: <RiKey2Line />,
    routeRef: credentialsRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/CredentialsPage').then(m => <m.CredentialsPage />),
  },
});

const entityTab = EntityContentBlueprint.make({
  name: 'assistant',
  params: {
    path: '/assistant',
    title: 'Assistant',
    icon: <RiChatSmile2Line />,
    loader: () =>
      import('./components/EntityAssistant').then(m => <m.EntityAssistant />),
  },
});

/** Chat, plan cards, requests, home and the Assistant tab of every entity. */
export const aiopsAgentPlugin = createFrontendPlugin({
  pluginId: 'aiops-agent',
  info: { packageJson: () => import('../package.json') },
  routes: {
    home: homeRouteRef,
    assistant: assistantRouteRef,
    conversation: conversationRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    credentials: credentialsRouteRef,
  },
  externalRoutes: { entity: entityRouteRef },
  extensions: [
    api,
    homePage,
    assistantPage,
    requestsPage,
    credentialsPage,
    entityTab,
  ],
});
