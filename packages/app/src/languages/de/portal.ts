import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../../translation';

/** German; people are spoken to with "du", as colleagues are. */
export default createTranslationMessages({
  ref: portalTranslationRef,
  full: true,
  messages: {
    'navigation.menu': 'Menü',
    'navigation.home': 'Start',
    'navigation.assistant': 'Assistent',
    'navigation.things': 'Meine Sachen',
    'navigation.create': 'Anlegen',
    'navigation.requests': 'Anträge',
    'navigation.search': 'Suche',
    'navigation.settings': 'Einstellungen',
    'navigation.notifications': 'Mitteilungen',
    'navigation.unread_one': '{{count}} ungelesene Mitteilung',
    'navigation.unread_other': '{{count}} ungelesene Mitteilungen',
    'navigation.look': 'Ansehen',
    'pages.create': 'Anlegen',
    'pages.templates': 'Vorlagen',
    'pages.tasks': 'Läufe',
    'pages.actions': 'Aktionen',
    'pages.templateEditor': 'Editor',
    'pages.templatingExtensions': 'Erweiterungen',
    'kubernetes.denied':
      'Logs und Ereignisse einzelner Pods zeigt diese Seite nur Plattform-Admins. Der Assistent zeigt dir, was du sehen darfst: Sag ihm „zeig mir die Logs“.',
    'signIn.title': 'Anmelden',
    'signIn.pending': 'Melde dich im anderen Fenster an …',
    'signIn.purpose':
      'Sag, was du brauchst, sieh, was es kostet, stimm zu und schau zu, wie es wahr wird: Umgebungen, Anwendungen und Datenbanken für dein Team.',
    'signIn.waiting': 'Es wird nachgesehen, ob du angemeldet bist',
    'signIn.failed': 'Das Anmelden hat nicht geklappt: {{reason}}',
    'signIn.rejected':
      'Das Anmeldefenster wurde geschlossen, bevor du angemeldet warst.',
  },
});
