import type { Sentences } from '../say';

/** How things run, in a sentence. */
export const running: Sentences = {
  'It is ready, and nothing is in it yet.':
    'Sie ist bereit, und noch ist nichts darin.',
  'It is running: {0} of {1} things in it are well.':
    'Sie läuft: {0} von {1} Sachen darin geht es gut.',
  'It is starting: {0} of {1} things in it are ready.':
    'Sie startet: {0} von {1} Sachen darin sind bereit.',
  'Something in it is in trouble: {0} of {1} things are well.':
    'Etwas darin hat Probleme: {0} von {1} Sachen geht es gut.',
  'It is asleep; its data is kept.': 'Das schläft; die Daten bleiben erhalten.',
  "It isn't there yet.": 'Das ist noch nicht da.',
  'How it is cannot be seen at the moment.':
    'Wie es läuft, ist im Augenblick nicht zu sehen.',
  '{0} of 1 copy answers': '{0} von 1 Kopie antwortet',
  '{0} of {1} copies answer': '{0} von {1} Kopien antworten',
  'It is there.': 'Es ist da.',
  'It is running: {0}.': 'Läuft: {0}.',
  'It is starting: {0}.': 'Startet gerade: {0}.',
  'It is in trouble: {0}, because {1}.': 'Hat Probleme: {0}; {1}.',
  'it stops again right after it starts': 'es hält gleich nach dem Start an',
  'its image cannot be fetched': 'das Image lässt sich nicht holen',
  'the name of its image is not valid': 'der Name des Images ist ungültig',
  'a setting or password that it needs is missing':
    'eine nötige Einstellung oder ein Passwort fehlt',
  'it could not be started': 'es ließ sich nicht starten',
  'no machine has room for it': 'keine Maschine hat Platz dafür',
  'it was moved off a machine that ran short':
    'es musste eine Maschine verlassen, auf der es eng wurde',
  'it ended with an error': 'es endete mit einem Fehler',
  'it ran out of memory': 'der Arbeitsspeicher ging aus',
  "the environment's limits leave no room for it":
    'die Grenzen der Umgebung lassen keinen Platz dafür',
  'I need a WordPress site for my team':
    'Ich brauche eine WordPress-Seite für mein Team',
  'Why is {0} down?': 'Warum läuft {0} nicht?',
  'What the cluster says': 'Was der Cluster sagt',
  'Git and Argo CD': 'Git und Argo CD',
  running: 'läuft',
  version: 'Version',
  'in use': 'in Gebrauch',
  'Nothing has been deployed in it yet.': 'Noch ist nichts darin.',
  '**{0}**, for {1}: {2}': '**{0}**, für {1}: {2}',
  '{0} of yours': '{0} von dir',
  'All is well: {0} runs as intended.': 'Alles gut: {0} läuft wie vorgesehen.',
  'All is well: {0} run as intended.': 'Alles gut: {0} laufen wie vorgesehen.',
  '1 of {0} needs attention: {1}.': '1 von {0} braucht Aufmerksamkeit: {1}.',
  '{0} of {1} need attention: {2}.':
    '{0} von {1} brauchen Aufmerksamkeit: {2}.',
  "I can't see how all of the {0} are at the moment.":
    'Wie es allem davon geht ({0}), kann ich im Augenblick nicht sehen.',
  'There is nothing of that name that I can show you.':
    'Es gibt nichts dieses Namens, das ich dir zeigen kann.',
  'How is {0}?': 'Wie geht es {0}?',
  'its newest version does not get ready':
    'die neueste Version wird nicht bereit',
  'the cluster refused to start it': 'der Cluster wollte es nicht starten',
};
