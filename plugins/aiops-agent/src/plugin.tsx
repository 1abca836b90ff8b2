import {
  AiopsAgentClient,
  aiopsAgentReviewPermission,
  ENVIRONMENT_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  RiChatSmile2Line,
  RiHome5Line,
  RiInboxLine,
  RiKey2Line,
  RiSpeakLine,
} from '@remixicon/react';
import { aiopsAgentApiRef } from './api';
import { templateFormExtensions } from './components/TemplateForm/extensions';
import { useAskAbout } from './components/EntityAssistant/useAskAbout';
import {
  assistantRouteRef,
  conversationRouteRef,
  credentialsRouteRef,
  entityAssistantRouteRef,
  entityRouteRef,
  homeRouteRef,
  requestRouteRef,
  requestsRouteRef,
  understoodRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: aiopsAgentApiRef,
      deps: { fetchApi: fetchApiRef, languageApi: appLanguageApiRef },
      factory: ({ fetchApi, languageApi }) =>
        new AiopsAgentClient({
          fetchApi,
          language: () => languageApi.getLanguage().language,
        }),
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

const understoodPage = PageBlueprint.make({
  name: 'understood',
  // Who may not look at it doesn't see that it is there.
  if: { permissions: { $contains: aiopsAgentReviewPermission.name } },
  params: {
    path: '/understood',
    title: 'Understood',
    icon: <RiSpeakLine />,
    routeRef: understoodRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/UnderstoodPage').then(m => <m.UnderstoodPage />),
  },
});

const entityTab = EntityContentBlueprint.make({
  name: 'assistant',
  params: {
    path: '/assistant',
    title: 'Assistant',
    icon: <RiChatSmile2Line />,
    routeRef: entityAssistantRouteRef,
    loader: () =>
      import('./components/EntityAssistant').then(m => <m.EntityAssistant />),
  },
});

/** What the catalog reads from the platform repository. */
const ofThePlatform = {
  [`metadata.annotations.${ENVIRONMENT_ANNOTATION}`]: { $exists: true },
} as const;

const statusCard = EntityCardBlueprint.make({
  name: 'status',
  params: {
    filter: ofThePlatform,
    loader: () => import('./components/ThingCards').then(m => <m.StatusCard />),
  },
});

const usageCard = EntityCardBlueprint.make({
  name: 'usage',
  params: {
    filter: ofThePlatform,
    loader: () => import('./components/ThingCards').then(m => <m.UsageCard />),
  },
});

const costCard = EntityCardBlueprint.make({
  name: 'cost',
  params: {
    filter: ofThePlatform,
    loader: () => import('./components/ThingCards').then(m => <m.CostCard />),
  },
});

const changesCard = EntityCardBlueprint.make({
  name: 'changes',
  params: {
    filter: ofThePlatform,
    loader: () =>
      import('./components/ThingCards').then(m => <m.ChangesCard />),
  },
});

const askAboutItem = EntityContextMenuItemBlueprint.make({
  name: 'ask',
  params: { icon: <RiChatSmile2Line />, useProps: useAskAbout },
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
    entityAssistant: entityAssistantRouteRef,
    understood: understoodRouteRef,
  },
  externalRoutes: { entity: entityRouteRef },
  extensions: [
    api,
    homePage,
    assistantPage,
    requestsPage,
    credentialsPage,
    entityTab,
    statusCard,
    usageCard,
    costCard,
    changesCard,
    askAboutItem,
    understoodPage,
    ...templateFormExtensions,
  ],
});
