import type { Sentences } from '../say';

/** What is answered about trouble, logs and usage. */
export const troubleshooting: Sentences = {
  'Find out why something is down': 'Herausfinden, warum etwas nicht läuft',
  'Find out why something is slow': 'Herausfinden, warum etwas langsam ist',
  'See what something wrote to its log': 'Sehen, was etwas in sein Log schrieb',
  'See how much is used': 'Sehen, wie viel verbraucht wird',
  'Which one do you mean?': 'Was meinst du?',
  'Which one is slow?': 'Was ist langsam?',
  'Nothing of yours is deployed yet, so there is nothing that I could look at.':
    'Von dir ist noch nichts bereitgestellt, also gibt es nichts, was ich mir ansehen könnte.',
  'I see trouble with {0}.': 'Probleme sehe ich bei {0}.',
  'I looked at its copies, restarts, events, health checks, address, delivery, and at what it uses.':
    'Angesehen habe ich Kopien, Neustarts, Ereignisse, Prüfungen, Adresse, Auslieferung und Verbrauch.',
  'There is a way to mend that.': 'Das lässt sich beheben.',
  'copies running': 'laufende Kopien',
  restarts: 'Neustarts',
  'The newest lines of its log': 'Die neuesten Zeilen im Log',
  'Evidence, and where to check it': 'Belege, und wo sie zu prüfen sind',
  'Objects, Git and Argo CD': 'Objekte, Git und Argo CD',
  '{0} of the processor time': '{0} der Rechenzeit',
  '{0} of the memory': '{0} des Arbeitsspeichers',
  "I can't see why it would be slow: it uses {0} that it may.":
    'Ich sehe nicht, warum es langsam sein sollte: Es nutzt {0}, die ihm zustehen.',
  "I can't see why it would be slow; how much it uses is not measured here.":
    'Ich sehe nicht, warum es langsam sein sollte; wie viel es nutzt, wird hier nicht gemessen.',
  "How fast it answers, and what it waits for, I can't measure.":
    'Wie schnell es antwortet und worauf es wartet, kann ich nicht messen.',
  'Show me the logs of {0}': 'Zeig mir die Logs von {0}',
  'Scale {0} up': 'Skaliere {0} hoch',
  'How far back is written like "PT1H" for an hour. Nothing was changed; say it again.':
    'Wie weit zurück schreibt man wie "PT1H" für eine Stunde. Nichts wurde geändert; sag es noch einmal.',
  'Whose log would you like to see?': 'Wessen Log möchtest du sehen?',
  'with "{0}"': 'mit "{0}"',
  'of the last {0}': 'aus dieser Zeit: {0}',
  'There are no lines {0} in the log of {1}.':
    'Im Log von {1} gibt es keine Zeilen ({0}).',
  'The log of {0} is empty.': 'Das Log von {0} ist leer.',
  line: 'Zeile',
  lines: 'Zeilen',
  'The newest {0} {1} that the {2} copies of {3} wrote, newest last.':
    'Das Neueste, was die {2} Kopien von {3} geschrieben haben: {0} {1}, die neuesten zuletzt.',
  'The newest {0} {1} of the log of {2}, newest last.':
    'Das Neueste im Log von {2}: {0} {1}, die neuesten zuletzt.',
  'Before the last restart': 'Vor dem letzten Neustart',
  Log: 'Log',
  'This is how it is now: I keep no record of what was used in the past.':
    'So ist es jetzt: Was früher verbraucht wurde, halte ich nicht fest.',
  'How much it uses is not measured.':
    'Wie viel es nutzt, wird nicht gemessen.',
  'uses {0} of what it may': 'nutzt {0} von dem, was es darf',
  'How much **{0}** uses is not measured at the moment.':
    'Wie viel **{0}** nutzt, wird im Augenblick nicht gemessen.',
  '**{0}** is using {1} of what it may.':
    '**{0}** nutzt {1} von dem, was es darf.',
  costs: 'kostet',
  'Everything here together': 'Alles hier zusammen',
  'What you have': 'Was du hast',
  'How much is used is not measured at the moment.':
    'Wie viel genutzt wird, wird im Augenblick nicht gemessen.',
  '{0} is using {1} of what it may.': '{0} nutzt {1} von dem, was es darf.',
  'Nothing of yours is running yet.': 'Von dir läuft noch nichts.',
  'room of {0}': 'Platz von {0}',
  'The usage of which one?': 'Wessen Verbrauch?',
  '{0}: {1} of {2}': '{0}: {1} von {2}',
  'processor time': 'Rechenzeit',
  memory: 'Arbeitsspeicher',
  disk: 'Festplatte',
};
