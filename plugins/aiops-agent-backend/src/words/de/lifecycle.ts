import type { Sentences } from '../say';

/** Putting to sleep, waking, updating, and who decides. */
export const lifecycle: Sentences = {
  'I need a WordPress site for my team':
    'Ich brauche eine WordPress-Seite für mein Team',
  Approve: 'Zustimmen',
  'Turn down': 'Ablehnen',
  'No request waits for your decision.':
    'Kein Antrag wartet auf deine Entscheidung.',
  'Which request do you want to approve?':
    'Welchem Antrag willst du zustimmen?',
  'Which request do you want to turn down?':
    'Welchen Antrag willst du ablehnen?',
  "{0}, doesn't wait for a decision: {1}.":
    '{0}, wartet auf keine Entscheidung: {1}.',
  '{0}, is not yours to decide.': '{0}, kannst du nicht entscheiden.',
  '{0}, is not yours to decide. {1} can.':
    '{0}, kannst du nicht entscheiden. {1} können es.',
  '{0}, was asked for by {1}. See what it would do and press “{2}” on its card; a message alone decides nothing.':
    '{0}, darum hat {1} gebeten. Schau, was geschehen würde, und drück „{2}“ auf der Karte; eine Nachricht allein entscheidet nichts.',
  '**{0}** sleeps, with its data kept.':
    '**{0}** schläft, die Daten bleiben erhalten.',
  "I'd put **{0}** to sleep: nothing in it runs or can be reached until you wake it, and its data is kept. Fine?":
    'Ich würde **{0}** schlafen legen: Nichts darin läuft oder ist erreichbar, bis du sie weckst, und ihre Daten bleiben. In Ordnung?',
  'Put {0} to sleep': '{0} schlafen legen',
  'Which environment shall I put to sleep?':
    'Welche Umgebung soll ich schlafen legen?',
  'Yes, put it to sleep': 'Ja, leg sie schlafen',
  '"{0}" is asleep already, so nothing was changed.':
    '„{0}“ schläft schon, darum wurde nichts geändert.',
  'There is no environment called "{0}" any more, so nothing was changed.':
    'Eine Umgebung namens „{0}“ gibt es nicht mehr, darum wurde nichts geändert.',
  '**{0}** is at {1}.': '**{0}** ist auf {1}.',
  "I'd move **{0}** from {1} to **{2}**, one copy after the other. Fine?":
    'Ich würde **{0}** von {1} auf **{2}** bringen, eine Kopie nach der anderen. In Ordnung?',
  "I'd move **{0}** to **{1}**, one copy after the other. Fine?":
    'Ich würde **{0}** auf **{1}** bringen, eine Kopie nach der anderen. In Ordnung?',
  'There is no application called "{0}" any more, so nothing was changed.':
    'Eine Anwendung namens „{0}“ gibt es nicht mehr, darum wurde nichts geändert.',
  'Update {0} to {1}': '{0} auf {1} aktualisieren',
  'Which application shall I update?':
    'Welche Anwendung soll ich aktualisieren?',
  "Which version shall it be? I can't look up which one is the newest.":
    'Welche Version soll es sein? Welche die neueste ist, kann ich nicht nachsehen.',
  'Yes, update it': 'Ja, aktualisiere sie',
  'to have the old version again; what the new one did to data stays':
    'für die alte Version; was die neue mit Daten gemacht hat, bleibt',
  "{0} is at {1}. Which version shall it be? I can't look up which one is the newest.":
    '{0} ist auf {1}. Welche Version soll es sein? Welche die neueste ist, kann ich nicht nachsehen.',
  '**{0}** is awake.': '**{0}** ist wach.',
  "I'd wake **{0}**: what ran in it when it fell asleep runs again. Fine?":
    'Ich würde **{0}** wecken: Was beim Einschlafen darin lief, läuft wieder. In Ordnung?',
  'Wake {0}': '{0} wecken',
  'Which environment shall I wake?': 'Welche Umgebung soll ich wecken?',
  'Yes, wake it': 'Ja, weck sie',
  '"{0}" is awake already, so nothing was changed.':
    '„{0}“ ist schon wach, darum wurde nichts geändert.',
};
