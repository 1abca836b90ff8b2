import type { Sentences } from '../say';

/** Backups: made, followed and listed. */
export const backups: Sentences = {
  'Backups are made by Velero, and the cluster has none that I can see, so nothing was changed. The platform team can install it, or let me see it.':
    'Sicherungen macht Velero, und im Cluster sehe ich keins, darum wurde nichts geändert. Das Plattform-Team kann es installieren oder mich es sehen lassen.',
  'There are no backups: they are made by Velero, and the cluster has none that I can see. The platform team can install it, or let me see it.':
    'Es gibt keine Sicherungen: Velero macht sie, und im Cluster sehe ich keins. Das Plattform-Team kann es installieren oder mich es sehen lassen.',
  'Make a backup': 'Eine Sicherung machen',
  'See the backups': 'Die Sicherungen ansehen',
  'What shall I back up?': 'Was soll ich sichern?',
  'There is nothing called {0} that could be backed up, so nothing was changed.':
    'Es gibt nichts namens {0}, was sich sichern ließe, darum wurde nichts geändert.',
  'A backup is made now and not at another time, so nothing was changed.':
    'Gesichert wird jetzt und nicht zu einer anderen Zeit, darum wurde nichts geändert.',
  '"{0}" is asleep, and only what runs can be copied, so nothing was changed. Its data stays as it is while it sleeps; wake it first if you want a copy.':
    '„{0}“ schläft, und kopieren lässt sich nur, was läuft. Darum wurde nichts geändert. Seine Daten bleiben im Schlaf, wie sie sind; weck es zuerst, wenn du eine Kopie willst.',
  'A backup of {0} was asked for in this very second already, so nothing was changed. One is enough, or ask again.':
    'Eine Sicherung von {0} wurde in genau dieser Sekunde schon verlangt, darum wurde nichts geändert. Eine genügt, oder frag noch einmal.',
  'The environment of {0} is not in Git any more, so nothing was changed.':
    'Die Umgebung von {0} ist nicht mehr in Git, darum wurde nichts geändert.',
  'A backup': 'Eine Sicherung',
  'everything in **{0}**': 'alles in **{0}**',
  '**{0}**, in **{1}**': '**{0}** in **{1}**',
  '**{0}** with its database {1}, in **{2}**':
    '**{0}** mit der Datenbank {1} in **{2}**',
  '**{0}** with its databases {1}, in **{2}**':
    '**{0}** mit den Datenbanken {1} in **{2}**',
  'Settings and data would be in it: {0} of up to {1}.':
    'Einstellungen und Daten wären darin: {0} mit bis zu {1}.',
  'Only settings would be in it.': 'Nur Einstellungen wären darin.',
  'There is no data in volumes, so only settings would be in it.':
    'Es liegen keine Daten auf Laufwerken, darum wären nur Einstellungen darin.',
  ' The data of {0} would not be in it: it is asleep, and only what runs can be copied.':
    ' Die Daten von {0} wären nicht darin: Es schläft, und kopieren lässt sich nur, was läuft.',
  ' The data of {0} would not be in it: they are asleep, and only what runs can be copied.':
    ' Die Daten von {0} wären nicht darin: Sie schlafen, und kopieren lässt sich nur, was läuft.',
  "I'd back up {0}, now. {1} It is kept for {2}, until {3}. Nothing stops meanwhile. Fine?":
    'Ich würde jetzt {0} sichern. {1} Aufbewahrt wird die Sicherung {2}, bis {3}. Nichts steht währenddessen still. In Ordnung?',
  'A backup of {0}, kept for {1}, until {2}.':
    'Eine Sicherung: {0}, aufbewahrt {1}, bis {2}.',
  'Yes, back it up': 'Ja, sichern',
  'Data saved': 'Daten gesichert',
  'Settings saved': 'Einstellungen gesichert',
  'Let the backup {0} go': 'Die Sicherung {0} auslaufen lassen',
  'The backup **{0}** is deleted within a day, as was agreed when it was made.':
    'Die Sicherung **{0}** wird binnen eines Tages gelöscht, wie beim Anlegen vereinbart.',
  'Let it go': 'Auslaufen lassen',
  'The backup {0} is not due to leave Git, so nothing was changed.':
    'Für die Sicherung {0} ist es noch nicht so weit, Git zu verlassen, darum wurde nichts geändert.',
  'Whose backups do you mean?': 'Wessen Sicherungen meinst du?',
  'Make a backup of {0}': 'Mach eine Sicherung von {0}',
  'There are no backups.': 'Es gibt keine Sicherungen.',
  'There are no backups of what is yours.':
    'Von dem, was euch gehört, gibt es keine Sicherungen.',
  'I know of {0}. Data is missing from {1}.':
    'Ich kenne {0}. Bei {1} fehlen Daten.',
  'I know of {0} of what is yours. Data is missing from {1}.':
    'Von dem, was euch gehört, kenne ich {0}. Bei {1} fehlen Daten.',
  'I know of {0}, with nothing missing.': 'Ich kenne {0}, und nichts fehlt.',
  'I know of {0} of what is yours, with nothing missing.':
    'Von dem, was euch gehört, kenne ich {0}, und nichts fehlt.',
  'The newest backup of {0} with all of its data is from {1}.':
    'Die neueste Sicherung von {0} mit allen Daten ist vom {1}.',
  'No backup of {0} has all of its data, so it is not protected.':
    'Keine Sicherung von {0} hat alle Daten, es ist also nicht geschützt.',
  'There is no backup of {0}.': 'Von {0} gibt es keine Sicherung.',
  'The newest backup of {0} is from {1}; it keeps no data in volumes, so only its settings are in it.':
    'Die neueste Sicherung von {0} ist vom {1}; es hat keine Daten auf Laufwerken, darum sind nur seine Einstellungen darin.',
  'There is no backup of {0}. It keeps no data in volumes, and its settings are in Git.':
    'Von {0} gibt es keine Sicherung. Es hat keine Daten auf Laufwerken, und seine Einstellungen sind in Git.',
  'Everything in the cluster': 'Alles im Cluster',
  '{0}, all of it': '{0}, alles darin',
  'kept until {0}': 'aufbewahrt bis {0}',
  '{0} older ones': '{0} ältere',
  'What Velero says': 'Was Velero sagt',
  'has not begun': 'hat noch nicht begonnen',
  'under way': 'läuft',
  'under way: {0} %': 'läuft: {0} %',
  'settings only, no data': 'nur Einstellungen, keine Daten',
  '{0} of {1} saved': '{0} von {1} gesichert',
  'only {0} of {1} saved': 'nur {0} von {1} gesichert',
  'incomplete: {0} of {1} saved': 'unvollständig: {0} von {1} gesichert',
  'is being deleted': 'wird gelöscht',
  failed: 'gescheitert',
};
