import type { Sentences } from '../say';

/** Other sizes and counts, restarting and deleting. */
export const changing: Sentences = {
  copy: 'Kopie',
  copies: 'Kopien',
  core: 'Kern',
  cores: 'Kerne',
  Copies: 'Kopien',
  Memory: 'Speicher',
  Small: 'Klein',
  Medium: 'Mittel',
  Large: 'Groß',
  'Yes, do it': 'Ja, mach das',
  'For {0}: {1}. Fine, or change something?':
    'Für {0}: {1}. In Ordnung, oder soll etwas anders sein?',
  'There is nothing called "{0}" any more, so nothing was changed.':
    '„{0}“ gibt es nicht mehr, also wurde nichts geändert.',
  'You have several {0} environments. {1}':
    'Du hast mehrere Umgebungen für {0}. {1}',
  'Your team has no {0} environment. {1}':
    'Dein Team hat keine Umgebung für {0}. {1}',

  'All copies running': 'Alle Kopien laufen',
  'All copies of {0} running': 'Alle Kopien von {0} laufen',
  '"{0}" is asleep, so it has no copies that could change. Wake it first. Nothing was changed.':
    '„{0}“ schläft und hat keine Kopien, die sich ändern ließen. Wecke es zuerst. Nichts wurde geändert.',
  '"{0}" is not written as one workload of its own that I could edit, so nothing was changed. A developer of its team can change {1} in Git.':
    '„{0}“ ist nicht so geschrieben, dass ich es ändern könnte, also wurde nichts geändert. Wer im Team entwickelt, kann {1} in Git ändern.',

  'Which one shall have more or fewer copies?':
    'Wovon soll es mehr oder weniger Kopien geben?',
  'How many copies of **{0}** shall run? It is {1} now.':
    'Wie viele Kopien von **{0}** sollen laufen? Jetzt sind es {1}.',
  'It is not clear how many copies there shall be. Nothing was changed; ask again with a number.':
    'Es ist nicht klar, wie viele Kopien es sein sollen. Nichts wurde geändert; frag noch einmal mit einer Zahl.',
  '{0} becomes {1}': 'Aus {0} werden {1}',
  '{0} become {1}': 'Aus {0} werden {1}',
  ', twice as many': ', doppelt so viele',
  ', half as many': ', halb so viele',
  "I'd run **{0}** of {1} instead of {2}{3}. Fine, or another number?":
    'Ich würde **{0}** von {1} laufen lassen statt {2}{3}. In Ordnung, oder eine andere Zahl?',
  "I'd have at least **{0}** of {1} running instead of {2}; with more load it still grows by itself, up to {3}. Fine, or another number?":
    'Ich würde mindestens **{0}** von {1} laufen lassen statt {2}; bei mehr Last wächst es weiter von selbst, bis zu {3}. In Ordnung, oder eine andere Zahl?',
  '{0} of **{1}** instead of {2}.': '{0} von **{1}** statt {2}.',
  'to go back to {0}': 'um zu {0} zurückzukehren',
  '"{0}" runs as one copy already; with fewer it would be gone. Nothing was changed. To save money, give it a smaller size.':
    '„{0}“ läuft schon mit einer Kopie; mit weniger wäre es weg. Nichts wurde geändert. Um Geld zu sparen, gib ihm eine kleinere Größe.',
  '"{0}" needs at least 1 copy to be there, in whole numbers. Nothing was changed.':
    '„{0}“ braucht mindestens 1 Kopie, in ganzen Zahlen. Nichts wurde geändert.',
  '"{0}" can run as 1 to {1} copies. Nothing was changed.':
    '„{0}“ kann mit 1 bis {1} Kopien laufen. Nichts wurde geändert.',
  '"{0}" can run as one copy only, as every {1} here.{2} Nothing was changed.':
    '„{0}“ kann nur mit einer Kopie laufen, wie jedes {1} hier.{2} Nichts wurde geändert.',
  '"{0}" can run as {1} to {2} copies, as every {3} here.{4} Nothing was changed.':
    '„{0}“ kann mit {1} bis {2} Kopien laufen, wie jedes {3} hier.{4} Nichts wurde geändert.',
  '"{0}" is a cache, whose copies wouldn\'t share their data. Give it a larger size instead. Nothing was changed.':
    '„{0}“ ist ein Zwischenspeicher, dessen Kopien ihre Daten nicht teilen würden. Gib ihm stattdessen eine größere Größe. Nichts wurde geändert.',
  '"{0}" is a database, whose copies wouldn\'t share their data. Give it a larger size instead. Nothing was changed.':
    '„{0}“ ist eine Datenbank, deren Kopien ihre Daten nicht teilen würden. Gib ihr stattdessen eine größere Größe. Nichts wurde geändert.',
  '"{0}" can run as one copy only: each would keep data of its own that the others never see. Give it a larger size instead. Nothing was changed.':
    '„{0}“ kann nur mit einer Kopie laufen: Jede behielte eigene Daten, die die anderen nie sehen. Gib ihm stattdessen eine größere Größe. Nichts wurde geändert.',
  '"{0}" can run as one copy only: it keeps its data on a disk that one machine alone can hold. Give it a larger size instead. Nothing was changed.':
    '„{0}“ kann nur mit einer Kopie laufen: Seine Daten liegen auf einer Platte, die nur eine Maschine haben kann. Gib ihm stattdessen eine größere Größe. Nichts wurde geändert.',
  '"{0}" runs once on every machine, so it has no number of copies that could change. Nothing was changed.':
    '„{0}“ läuft einmal auf jeder Maschine und hat keine Zahl von Kopien, die sich ändern ließe. Nichts wurde geändert.',
  '"{0}" runs, does its work and ends, so it has no number of copies that could change. Nothing was changed.':
    '„{0}“ läuft, tut seine Arbeit und endet; es hat keine Zahl von Kopien, die sich ändern ließe. Nichts wurde geändert.',

  'Which one shall be larger or smaller?': 'Was soll größer oder kleiner sein?',
  'How large shall **{0}** be? You can also say how much CPU or memory it needs.':
    'Wie groß soll **{0}** sein? Du kannst auch sagen, wie viel CPU oder Speicher es braucht.',
  'It is not clear how much it shall have. Nothing was changed; ask again with an amount of CPU or memory.':
    'Es ist nicht klar, wie viel es bekommen soll. Nichts wurde geändert; frag noch einmal mit einer Menge an CPU oder Speicher.',
  '{0} of CPU': '{0} CPU',
  '{0} instead of {1}': '{0} statt {1}',
  '{0} of memory': '{0} Speicher',
  '{0} of memory instead of {1}': '{0} Speicher statt {1}',
  'Each may use {0}': 'Jede darf {0} verbrauchen',
  "I'd let {0} use {1}. It starts anew for that. Fine, or change something?":
    'Ich würde {0} erlauben: {1}. Dafür startet es neu. In Ordnung, oder soll etwas anders sein?',
  "I'd let each of the {0} copies of {1} use {2}. They are replaced one after the other for that. Fine, or change something?":
    'Ich würde jeder der {0} Kopien von {1} erlauben: {2}. Dafür werden sie nacheinander ersetzt. In Ordnung, oder soll etwas anders sein?',
  '**{0}** may use {1}.': '**{0}** darf {1} verbrauchen.',
  'to go back to how it was': 'um dahin zurückzukehren, wie es war',
  'to go back to what it had': 'um zu dem zurückzukehren, was es hatte',
  '"{0}" needs what it has: with half of it there would be no room left. Nothing was changed. Say how much it shall have if you want it smaller all the same.':
    '„{0}“ braucht, was es hat: Mit der Hälfte bliebe kein Platz. Nichts wurde geändert. Sag, wie viel es haben soll, wenn du es trotzdem kleiner willst.',
  '"{0}" runs once, and what runs already keeps its size. Nothing was changed.':
    '„{0}“ läuft einmal, und was schon läuft, behält seine Größe. Nichts wurde geändert.',
  'One copy can be given 10m to 128 cores, such as 500m; "{0}" is out of that. Nothing was changed.':
    'Eine Kopie kann 10m bis 128 Kerne bekommen, etwa 500m; „{0}“ liegt außerhalb. Nichts wurde geändert.',
  'One copy can be given 16Mi to 1Ti of memory, such as 512Mi; "{0}" is out of that. Nothing was changed.':
    'Eine Kopie kann 16Mi bis 1Ti Speicher bekommen, etwa 512Mi; „{0}“ liegt außerhalb. Nichts wurde geändert.',
  'One copy in {0} may use {1} of CPU at most, and one of {2} would be given more, so nothing was changed. Ask for less, or run more copies.':
    'Eine Kopie darf in {0} höchstens {1} CPU verbrauchen, und eine von {2} bekäme mehr, also wurde nichts geändert. Verlange weniger, oder lass mehr Kopien laufen.',
  'One copy in {0} may use {1} of memory at most, and one of {2} would be given more, so nothing was changed. Ask for less, or run more copies.':
    'Eine Kopie darf in {0} höchstens {1} Speicher verbrauchen, und eine von {2} bekäme mehr, also wurde nichts geändert. Verlange weniger, oder lass mehr Kopien laufen.',
  'One copy in {0} is given {1} of CPU at least, and one of {2} would be given less, so nothing was changed. Ask for more.':
    'Eine Kopie bekommt in {0} mindestens {1} CPU, und eine von {2} bekäme weniger, also wurde nichts geändert. Verlange mehr.',
  'One copy in {0} is given {1} of memory at least, and one of {2} would be given less, so nothing was changed. Ask for more.':
    'Eine Kopie bekommt in {0} mindestens {1} Speicher, und eine von {2} bekäme weniger, also wurde nichts geändert. Verlange mehr.',
  '{0} has room for {1} copies of all that runs in it, and this would make them {2}, so nothing was changed. Ask for fewer.':
    '{0} hat Platz für insgesamt {1} Kopien, und damit wären es {2}, also wurde nichts geändert. Verlange weniger.',

  'Which one shall I restart?': 'Was soll ich neu starten?',
  'A restart': 'Ein Neustart',
  "I'd restart {0}: a fresh copy of the same version takes the place of the one that runs. It doesn't answer for a moment meanwhile; its data stays. Fine?":
    'Ich würde {0} neu starten: Eine frische Kopie derselben Version nimmt den Platz der laufenden ein. Einen Moment lang antwortet es nicht; seine Daten bleiben. In Ordnung?',
  "I'd restart {0}: a fresh copy of the same version takes the place of the one that runs, as soon as it answers. Fine?":
    'Ich würde {0} neu starten: Eine frische Kopie derselben Version nimmt den Platz der laufenden ein, sobald sie antwortet. In Ordnung?',
  "I'd restart {0}: its {1} copies are replaced by fresh ones of the same version, one after the other, so that it goes on answering. Fine?":
    'Ich würde {0} neu starten: Seine {1} Kopien werden nacheinander durch frische derselben Version ersetzt, sodass es weiter antwortet. In Ordnung?',
  '**{0}** restarted, in the same version.':
    '**{0}** neu gestartet, in derselben Version.',
  'Yes, restart it': 'Ja, starte es neu',
  'to undo, which restarts it once more':
    'um es zurückzunehmen, was es noch einmal neu startet',
  '"{0}" runs, does its work and ends, so there is nothing to restart. Nothing was changed.':
    '„{0}“ läuft, tut seine Arbeit und endet; da ist nichts neu zu starten. Nichts wurde geändert.',

  'Which one shall be deleted?': 'Was soll gelöscht werden?',
  'Which environment shall be deleted?':
    'Welche Umgebung soll gelöscht werden?',
  'There is no environment "{0}" any more, so nothing was changed.':
    'Die Umgebung „{0}“ gibt es nicht mehr, also wurde nichts geändert.',
  'an app': 'eine Anwendung',
  'a database': 'eine Datenbank',
  'a cache': 'ein Zwischenspeicher',
  'its cache **{0}**': 'seinem Zwischenspeicher **{0}**',
  'its database **{0}**': 'seiner Datenbank **{0}**',
  'Delete **{0}** in **{1}**?': '**{0}** in **{1}** löschen?',
  'Delete **{0}** in **{1}**, with {2}?':
    '**{0}** in **{1}** löschen, samt {2}?',
  'Delete {0}, a {1} environment, with {2}?':
    '{0}, eine Umgebung für {1}, mit allem darin löschen: {2}?',
  'Delete {0}, a {1} environment with nothing in it?':
    '{0}, eine leere Umgebung für {1}, löschen?',
  'Put to sleep, to be removed in {0}':
    'Schlafen gelegt, Frist bis zum Entfernen: {0}',
  'It stops at once.': 'Es hält sofort an.',
  "It stops at once, and {0} can't be reached any more.":
    'Es hält sofort an, und {0} ist nicht mehr zu erreichen.',
  '{0} All data is kept asleep for {1}, until {2}; until then you can undo it. {3}':
    '{0} Alle Daten werden {1} lang schlafend aufbewahrt, bis {2}; bis dahin kannst du es zurücknehmen. {3}',
  'Then it is removed for good. There is no data in it that would be lost.':
    'Dann wird es endgültig entfernt. Daten, die verloren gingen, sind nicht darin.',
  'Then it is removed for good, with the data of {0} (up to {1}), which nobody can bring back.':
    'Dann wird es endgültig entfernt, mit den Daten von {0} (bis zu {1}), die niemand zurückholen kann.',
  ' {0} stays as it is.': ' {0} bleibt, wie es ist.',
  '**{0}** asleep and out of reach, kept for {1} and then removed.':
    '**{0}** schläft und ist nicht zu erreichen; es wird {1} lang aufbewahrt und dann entfernt.',
  'to bring it back as it was, data included':
    'um es zurückzuholen, wie es war, samt Daten',
  'Yes, delete {0}': 'Ja, lösche {0}',
  '"{0}" is deleted already: it sleeps, and is removed on {1}. Nothing else was changed.':
    '„{0}“ ist schon gelöscht: Es schläft und wird am {1} entfernt. Sonst wurde nichts geändert.',
  '{0} uses {1} and would stop working without it, so nothing was changed. Delete {2} first, or let it use something else.':
    '{0} benutzt {1} und würde ohne es nicht mehr gehen, also wurde nichts geändert. Lösche zuerst {2}, oder lass es etwas anderes benutzen.',

  'Undo {0}: {1}': '{0} zurücknehmen: {1}',
  "I'd put {0} back to how it was before {1} ({2}). Fine?":
    'Ich würde {0} wieder so machen, wie es vor {1} war ({2}). In Ordnung?',
  '{0} as before {1}.': '{0} wie vor {1}.',
  'to have it again as it is now': 'um es wieder so zu haben wie jetzt',
  '{0} changed since {1}, so taking it back would take that back too. Nothing was changed; say what it should be instead.':
    '{0} hat sich seit {1} geändert; das Zurücknehmen nähme auch das zurück. Nichts wurde geändert; sag, wie es stattdessen sein soll.',
  '{0} and {1} more have been changed since {2}, so taking it back would take that back too. Nothing was changed; say what it should be instead.':
    '{0} und {1} weitere haben sich seit {2} geändert; das Zurücknehmen nähme auch das zurück. Nichts wurde geändert; sag, wie es stattdessen sein soll.',
  'Yes, undo it': 'Ja, nimm es zurück',
};
