import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The sentences of the portal's own frame. */
export const portalTranslationRef = createTranslationRef({
  id: 'portal',
  messages: {
    navigation: {
      menu: 'Menu',
      home: 'Home',
      assistant: 'Assistant',
      things: 'My things',
      create: 'Create',
      requests: 'Requests',
      search: 'Search',
      settings: 'Settings',
      notifications: 'Notifications',
      unread_one: '{{count}} unread notification',
      unread_other: '{{count}} unread notifications',
      look: 'Have a look',
    },
    pages: {
      create: 'Create',
      templates: 'Templates',
      tasks: 'Tasks',
      actions: 'Actions',
      templateEditor: 'Template Editor',
      templatingExtensions: 'Templating Extensions',
    },
    kubernetes: {
      denied:
        'Logs and events of single pods are shown here to platform administrators only. The assistant shows you what you may see: ask it “show me the logs”.',
    },
    signIn: {
      title: 'Sign in',
      pending: 'Sign in in the other window …',
      purpose:
        'Say what you need, see what it costs, agree, and watch it become real: environments, apps and databases for your team.',
      waiting: 'Looking whether you are signed in',
      failed: 'Signing in did not work: {{reason}}',
      rejected: 'The sign-in window was closed before you had signed in.',
    },
  },
});
