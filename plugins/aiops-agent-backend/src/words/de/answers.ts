import type { Sentences } from '../say';

/** Answers to questions, and help. */
export const answers: Sentences = {
  '**{0}** is cancelled. Nothing was changed.':
    '**{0}** ist zurückgenommen. Nichts wurde geändert.',
  'Which of your requests shall I take back?':
    'Welchen deiner Anträge soll ich zurücknehmen?',
  "**{0}** has been written down already, so that it can't be taken back any more. You can undo it here, on its card.":
    '**{0}** ist schon aufgeschrieben und lässt sich nicht mehr zurücknehmen. Du kannst es hier auf seiner Karte rückgängig machen.',
  'You have no request that could still be taken back. What has been written down can be undone instead, on its card.':
    'Du hast keinen Antrag, der noch zurückgenommen werden kann. Was schon aufgeschrieben ist, lässt sich auf seiner Karte rückgängig machen.',
  '**{0}** has no credentials that the portal keeps.':
    '**{0}** hat keine Zugangsdaten, die das Portal aufbewahrt.',
  ', or ask {0}': ', oder frag {0}',
  'Show the credentials of {0}': 'Zugangsdaten von {0} zeigen',
  'The credentials of **{0}** belong to **{1}**, so only its people can look at them. Ask one of them{2}.':
    'Die Zugangsdaten von **{0}** gehören **{1}**, darum können nur dessen Leute sie ansehen. Frag jemanden von ihnen{2}.',
  'The portal keeps {0} for **{1}** in the vault. I never write them here; open the page below, which shows them once.':
    'Das Portal bewahrt {0} für **{1}** im Tresor auf. Hier schreibe ich sie nie hin; öffne die Seite unten, die sie einmal zeigt.',
  'There is nothing of that name that I can show you.':
    'Unter diesem Namen gibt es nichts, was ich dir zeigen kann.',
  'Whose password do you need?': 'Wessen Passwort brauchst du?',
  'A database lives in an environment. You can have {0}, and as caches {1}.':
    'Eine Datenbank lebt in einer Umgebung. Du kannst {0} haben und als Cache {1}.',
  'A platform admin can help you.': 'Ein Plattform-Admin kann dir helfen.',
  '{0} can help you, and approve what needs a second person.':
    '{0} können dir helfen und dem zustimmen, was eine zweite Person braucht.',
  'A quota is the room that a team has: how many environments, how much computing power, memory and disk. Each plan shows what would be left.':
    'Ein Kontingent ist der Platz, den ein Team hat: wie viele Umgebungen, wie viel Rechenleistung, Arbeitsspeicher und Festplatte. Jeder Plan zeigt, was übrig bliebe.',
  "An environment is a safe place for your team's applications, with its own budget and limits. Say what it is for: {0}.":
    'Eine Umgebung ist ein sicherer Ort für die Anwendungen deines Teams, mit eigenem Budget und eigenen Grenzen. Sag, wofür sie ist: {0}.',
  'Everything has a price a month, and every team a budget. Each plan shows what it costs before you agree.':
    'Alles hat einen Preis im Monat und jedes Team ein Budget. Jeder Plan zeigt, was es kostet, bevor du zustimmst.',
  "Most of what you do with your own things only needs your yes. New production environments, deletions in production, access and spending above a limit need somebody else's too; nobody approves their own. The plan says beforehand who is asked. {0}":
    'Das meiste, was du mit deinen eigenen Sachen tust, braucht nur dein Ja. Neue Produktionsumgebungen, Löschen in Produktion, Zugriff und Ausgaben über einer Grenze brauchen auch das von jemand anderem; niemand stimmt den eigenen Anträgen zu. Der Plan sagt vorher, wer gefragt wird. {0}',
  'Passwords are made at random and kept in the vault. I never write them in a chat; ask for one and I show you the page that reveals it, once.':
    'Passwörter werden zufällig erzeugt und im Tresor aufbewahrt. In einen Chat schreibe ich sie nie; frag nach einem, und ich zeige dir die Seite, die es einmal aufdeckt.',
  'What you made can be undone on its card: it is put to sleep, out of reach, with its data kept for {0}. Until then you can wake it again.':
    'Was du gemacht hast, lässt sich auf seiner Karte rückgängig machen: Es wird schlafen gelegt, ist nicht mehr erreichbar, und seine Daten bleiben für {0}. Bis dahin kannst du es wieder wecken.',
  'When you agree to a plan it becomes a request with a number. It is written down in Git, built, checked, and then live; its card shows each step, and you can close the page meanwhile. Until it is written down you can cancel it, afterwards undo it.':
    'Wenn du einem Plan zustimmst, wird er ein Antrag mit einer Nummer. Er wird in Git aufgeschrieben, gebaut, geprüft und ist dann live; seine Karte zeigt jeden Schritt, und du kannst die Seite so lange schließen. Bis er aufgeschrieben ist, kannst du ihn zurücknehmen, danach rückgängig machen.',
  'You can deploy {0}. Say which and for whom; I propose a name, say what it costs, and wait for your yes. Its environment and database come with it.':
    'Du kannst {0} einrichten. Sag, was und für wen; ich schlage einen Namen vor, sage, was es kostet, und warte auf dein Ja. Umgebung und Datenbank kommen mit.',
  'From “{0}” ({1}).': 'Aus „{0}“ ({1}).',
  'I found nothing about that in the documentation.':
    'In der Dokumentation habe ich dazu nichts gefunden.',
  [`Say what you need in your own words; nothing happens until you agree.

- **Make things**: environments, websites and other applications, databases and caches
- **See how they are**: whether they run well, what they cost, how much room is left
- **Mend and change them**: why something is broken or slow, more copies, more memory, a restart, a backup
- **Find passwords**, which are shown once and never in a chat
- **Follow requests**: what you asked for, what waits for you, and taking it back`]: `Sag in deinen eigenen Worten, was du brauchst; nichts geschieht, bevor du zustimmst.

- **Etwas anlegen**: Umgebungen, Websites und andere Anwendungen, Datenbanken und Caches
- **Sehen, wie es steht**: ob alles läuft, was es kostet, wie viel Platz noch ist
- **Reparieren und ändern**: warum etwas kaputt oder langsam ist, mehr Kopien, mehr Arbeitsspeicher, ein Neustart, eine Sicherung
- **Passwörter finden**, die einmal gezeigt werden und nie im Chat
- **Anträge verfolgen**: worum du gebeten hast, was auf dich wartet, und es zurücknehmen`,
  '**{0}** has': '**{0}** hat',
  '; {0} need attention': '; {0} brauchen Aufmerksamkeit',
  '; {0} needs attention': '; {0} braucht Aufmerksamkeit',
  'I need a development environment': 'Ich brauche eine Entwicklungsumgebung',
  'There are': 'Es gibt',
  'Where they are written': 'Wo sie stehen',
  'Your team has': 'Dein Team hat',
  'Your teams have': 'Deine Teams haben',
  '{0} no environments yet.': '{0} noch keine Umgebungen.',
  ", and {0} of yours for somebody else's":
    ', und {0} von deinen auf die von anderen',
  '1 request waits for your approval': '1 Antrag wartet auf deine Zustimmung',
  '{0} requests wait for your approval':
    '{0} Anträge warten auf deine Zustimmung',
  'Nothing waits for your approval': 'Nichts wartet auf deine Zustimmung',
  'You have no {0}.': 'Du hast keine {0}.',
  'You have {0}.': 'Du hast {0}.',
  ' For {0} that makes about {1}: I go by what runs now and keep no bills of the past.':
    ' Für {0} sind das etwa {1}: Ich gehe von dem aus, was jetzt läuft, und bewahre keine alten Rechnungen auf.',
  '**{0}** costs {1}{2}.{3}': '**{0}** kostet {1}{2}.{3}',
  ", {0} of {1}'s budget": ', {0} des Budgets von {1}',
  'Everything here costs': 'Alles hier kostet',
  'What you have costs': 'Was du hast, kostet',
  'The cost of which one?': 'Die Kosten wovon?',
  'left to spend': 'noch übrig',
  "of {0}'s budget of {1}": 'des Budgets von {0} ({1})',
  '{0} uses {1} of its {2}': '{0} nutzt {1} von {2}',
  ' {0} of its budget is free ({1} used).':
    ' {0} des Budgets sind frei ({1} verbraucht).',
  '**{0}** has no room left for {1}.': '**{0}** hat keinen Platz mehr für {1}.',
  '**{0}** has room for {1}.': '**{0}** hat Platz für {1}.',
  '**{0}** has room left.': '**{0}** hat noch Platz.',
  "I can't read how much room **{0}** has at the moment.":
    'Wie viel Platz **{0}** hat, kann ich gerade nicht lesen.',
  'I don\'t know a team "{0}" that I could tell you about.':
    'Ich kenne kein Team „{0}“, von dem ich dir erzählen könnte.',
  "You aren't in a team yet, so there is no room that is yours.":
    'Du bist noch in keinem Team, darum gibt es keinen Platz, der dir gehört.',
  ' {0} turned it down{1}.': ' {0} hat ihn abgelehnt{1}.',
  'What can you do?': 'Was kannst du?',
  'Written down as': 'Aufgeschrieben als',
  "You haven't asked for anything yet.": 'Du hast noch um nichts gebeten.',
};
