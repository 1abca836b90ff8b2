import type { Sentences } from '../say';

/** Asking which one is meant, suggestions, and how far things are. */
export const asking: Sentences = {
  'What can I spend?': 'Was kann ich ausgeben?',
  'What do we spend?': 'Was geben wir aus?',
  'Who can help me?': 'Wer kann mir helfen?',
  'How much room do we have left?': 'Wie viel Platz haben wir noch?',
  'Are all of my things fine?': 'Ist bei mir alles in Ordnung?',
  'What does {0} cost?': 'Was kostet {0}?',
  'Where is the password of {0}?': 'Wo ist das Passwort von {0}?',
  'Add a database to {0}': 'Füg eine Datenbank zu {0} hinzu',
  'Deploy a WordPress site in {0}': 'Installiere eine WordPress-Seite in {0}',
  'A new one of its own': 'Eine neue eigene',
  'A platform admin can': 'Ein Plattform-Admin kann',
  '{0} can': '{0} können',
  'Did you mean one of these?': 'Meinst du eines davon?',
  "Everything here belongs to a team, and you aren't in one yet, so nothing was changed. {0} add you to one; until then you can look around and ask.":
    'Hier gehört alles einem Team, und du bist noch in keinem, darum wurde nichts geändert. {0} dich in eines aufnehmen; bis dahin kannst du dich umsehen und fragen.',
  "I can't find {0} among the things that you may see. It may have been removed; nothing was changed.":
    'Ich finde {0} nicht unter dem, was du sehen darfst. Vielleicht wurde es entfernt; nichts wurde geändert.',
  'I don\'t know a team "{0}", so nothing was changed. Check the team\'s name.':
    'Ich kenne kein Team „{0}“, darum wurde nichts geändert. Prüf den Namen des Teams.',
  'I don\'t know a team "{0}". Which team is it for?':
    'Ich kenne kein Team „{0}“. Für welches Team ist es?',
  'I don\'t know an environment "{0}". ': 'Ich kenne keine Umgebung „{0}“. ',
  'I don\'t know anything called "{0}". ': 'Ich kenne nichts namens „{0}“. ',
  '{0}It needs an environment to live in, and your team has none yet. Say "create a development environment" first.':
    '{0}Es braucht eine Umgebung, in der es lebt, und dein Team hat noch keine. Sag zuerst „Ich brauche eine Entwicklungsumgebung“.',
  '{0}There is nothing of that kind that I can show you yet.':
    '{0}Davon gibt es noch nichts, was ich dir zeigen kann.',
  '{0}Which environment should it go into?': '{0}In welche Umgebung soll es?',
  'Which of your teams is it for: {0}?':
    'Für welches deiner Teams ist es: {0}?',
  '"{0}" is asleep, so nothing could start in it and nothing was changed. Undo the request that put it to sleep, or name another environment.':
    '„{0}“ schläft, darum könnte nichts darin starten und nichts wurde geändert. Mach den Antrag rückgängig, der sie schlafen gelegt hat, oder nenn eine andere Umgebung.',
  'This would be for {0} together, and each team agrees to its own. Nothing was changed; ask for one after the other.':
    'Das wäre für {0} zusammen, und jedes Team stimmt dem Seinen zu. Nichts wurde geändert; bitte um eines nach dem anderen.',
  'The message is empty, so nothing was done. Say what you need.':
    'Die Nachricht ist leer, darum wurde nichts getan. Sag, was du brauchst.',
  'The page that you asked from has no valid entity reference. Nothing was changed; open the page again.':
    'Die Seite, von der du gefragt hast, nennt nichts Gültiges. Nichts wurde geändert; öffne die Seite noch einmal.',
  '"{0}" can\'t be asked for by its name, so nothing was done.':
    'Um „{0}“ kann man nicht mit diesem Namen bitten, darum wurde nichts getan.',
  '"{0}" has no parameter "{1}", so nothing was done. {2}':
    '„{0}“ hat keinen Parameter „{1}“, darum wurde nichts getan. {2}',
  'The parameter "{0}" of "{1}" can\'t be that, so nothing was done. {2}.':
    'Der Parameter „{0}“ von „{1}“ kann das nicht sein, darum wurde nichts getan. {2}.',
  'It has none.': 'Es hat keine.',
  'It has: {0}.': 'Es hat: {0}.',
  // How far things are
  "The cluster doesn't answer at the moment.":
    'Der Cluster antwortet gerade nicht.',
  'The cluster is not answering at the moment, so I cannot see how things are. Nothing was changed; try again in a minute.':
    'Der Cluster antwortet gerade nicht, darum sehe ich nicht, wie es steht. Nichts wurde geändert; versuch es in einer Minute noch einmal.',
  'The portal may not read logs in this cluster. Nothing was changed; the platform team can allow it (get on pods/log).':
    'Das Portal darf in diesem Cluster keine Logs lesen. Nichts wurde geändert; das Plattform-Team kann es erlauben (get auf pods/log).',
  'The blueprint "{0}" is missing from the platform repository or can\'t be read, so nothing was changed. Ask the platform\'s administrators to look at blueprints/{1}.':
    'Die Vorlage „{0}“ fehlt im Plattform-Repository oder ist nicht lesbar, darum wurde nichts geändert. Bitte die Plattform-Admins, nach blueprints/{1} zu sehen.',
  '{0} asleep': '{0} schläft',
  '{0} running': '{0} läuft',
  '{0} is at {1} already, so nothing was changed.':
    '{0} ist schon auf {1}, darum wurde nichts geändert.',
  '{0} names no image that I could change, so nothing was changed.':
    '{0} nennt kein Image, das ich ändern könnte, darum wurde nichts geändert.',
  '{0} runs once, and what runs already keeps its version. Nothing was changed.':
    '{0} läuft einmal, und was schon läuft, behält seine Version. Nichts wurde geändert.',
  '"{0}" is no version that an image can have, so nothing was changed. Say it like 1.8.2.':
    '„{0}“ ist keine Version, die ein Image haben kann, darum wurde nichts geändert. Sag sie wie 1.8.2.',
  'about to begin': 'beginnt gleich',
  'not there yet': 'noch nicht da',
  'its passwords are not there yet': 'die Passwörter sind noch nicht da',
  'its storage is not there yet': 'die Festplatte ist noch nicht da',
  '{0} of {1} ready': '{0} von {1} bereit',
  '{0} of 1 copy answers': '{0} von 1 Kopie antwortet',
  '{0} of 1 new copy answers': '{0} von 1 neuen Kopie antwortet',
  '{0} of {1} copies answer': '{0} von {1} Kopien antworten',
  '{0} of {1} new copies answer': '{0} von {1} neuen Kopien antworten',
  'all new copies answer; 1 other ends':
    'alle neuen Kopien antworten; 1 andere endet',
  'all new copies answer; {0} others end':
    'alle neuen Kopien antworten; {0} andere enden',
  '1 copy too many ends': '1 Kopie zu viel endet',
  '{0} copies too many end': '{0} Kopien zu viel enden',
  'Velero has not begun yet': 'Velero hat noch nicht begonnen',
  'Backing up': 'Wird gesichert',
  'Backing up: {0} %': 'Wird gesichert: {0} %',
  '{0} of 1 volume saved': '{0} von 1 Laufwerk gesichert',
  '{0} of {1} volumes saved': '{0} von {1} Laufwerken gesichert',
  'it has no volumes to save': 'es gibt keine Laufwerke zu sichern',
  'its volume is not in it': 'das Laufwerk ist nicht darin',
  'none of its {0} volumes is in it': 'keines der {0} Laufwerke ist darin',
  'only {0} of its {1} volumes are in it':
    'nur {0} der {1} Laufwerke sind darin',
  'Velero calls it complete, but {0}{1}, so its data is not protected':
    'Velero nennt es vollständig, aber {0}{1}; die Daten sind also nicht geschützt',
  'Velero could not save all of it: {0}{1}':
    'Velero konnte nicht alles sichern: {0}{1}',
  'Velero could not make it{0}': 'Velero konnte es nicht anlegen{0}',
  'it is being deleted': 'sie wird gerade gelöscht',
};
