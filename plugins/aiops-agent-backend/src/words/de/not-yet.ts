import type { Sentences } from '../say';

/** What is understood and asked about, though the portal can't do it yet. */
export const notYet: Sentences = {
  "This portal can't do that yet ({0}), so nothing was changed. Your platform team can.":
    'Das kann dieses Portal noch nicht ({0}), darum wurde nichts geändert. Dein Plattform-Team kann es.',
  "This portal can't do that yet ({0}), so nothing was changed. {1} can.":
    'Das kann dieses Portal noch nicht ({0}), darum wurde nichts geändert. {1} können es.',
  'Open an application at an address':
    'Eine Anwendung unter einer Adresse öffnen',
  'Which application do you mean?': 'Welche Anwendung meinst du?',
  'For how much longer, for instance two weeks?':
    'Für wie viel länger, zum Beispiel zwei Wochen?',
  'Keep an environment longer': 'Eine Umgebung länger behalten',
  'Which environment do you mean?': 'Welche Umgebung meinst du?',
  'Give somebody access': 'Jemandem Zugriff geben',
  'To what?': 'Worauf?',
  'Who is to have access?': 'Wer soll Zugriff bekommen?',
  'Add machines': 'Maschinen hinzufügen',
  'What is to be added?': 'Was soll hinzukommen?',
  'Ask for more room': 'Um mehr Platz bitten',
  'How much more do you need?': 'Wie viel mehr brauchst du?',
  'More of what do you need?': 'Wovon brauchst du mehr?',
  'Bring data back from a backup': 'Daten aus einer Sicherung zurückholen',
  'What is to be brought back?': 'Was soll zurückgeholt werden?',
  'Take access away': 'Zugriff entziehen',
  'Whose access is to end?': 'Wessen Zugriff soll enden?',
  'Go back to an older version': 'Zu einer älteren Version zurückkehren',
  'Change a password': 'Ein Passwort ändern',
  'Whose password is to be changed?': 'Wessen Passwort soll geändert werden?',
  'Run a playbook': 'Ein Playbook ausführen',
  'Which playbook is to be run?': 'Welches Playbook soll laufen?',
  'How often, for instance every night at 2?':
    'Wie oft, zum Beispiel jede Nacht um 2?',
  'Make backups on a schedule': 'Regelmäßig sichern',
  'What is to be backed up?': 'Was soll gesichert werden?',
  'Be told about costs': 'Über Kosten benachrichtigt werden',
  'From which sum a month on do you want to be told?':
    'Ab welcher Summe im Monat möchtest du es erfahren?',
};
