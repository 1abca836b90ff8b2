import type { Sentences } from '../say';

/** What can be asked for, as lists and questions name it. */
export const titles: Sentences = {
  'Look at the machines of the cluster':
    'Nach den Maschinen des Clusters sehen',
  'Wake an environment': 'Eine Umgebung wecken',
  'Update an application': 'Eine Anwendung aktualisieren',
  'Turn a request down': 'Einen Antrag ablehnen',
  'Take a request back': 'Einen Antrag zurücknehmen',
  'See what things cost': 'Sehen, was etwas kostet',
  'See what became of a request': 'Sehen, was aus einem Antrag wurde',
  'See how things are': 'Sehen, wie es steht',
  'See how much room is left': 'Sehen, wie viel Platz noch ist',
  'Run more or fewer copies': 'Mehr oder weniger Kopien laufen lassen',
  'Restart an application': 'Eine Anwendung neu starten',
  'Put an environment to sleep': 'Eine Umgebung schlafen legen',
  'List requests': 'Anträge auflisten',
  'List environments': 'Umgebungen auflisten',
  'Give it more or less': 'Mehr oder weniger Leistung geben',
  'Find a password': 'Ein Passwort finden',
  'Explain something': 'Etwas erklären',
  'Deploy an application': 'Eine Anwendung einrichten',
  'Delete an environment': 'Eine Umgebung löschen',
  'Delete an application': 'Eine Anwendung löschen',
  'Approve a request': 'Einem Antrag zustimmen',
  'Add a database': 'Eine Datenbank hinzufügen',
  'Add a cache': 'Einen Cache hinzufügen',
};
