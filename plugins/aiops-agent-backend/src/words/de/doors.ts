import type { Sentences } from '../say';

/** What callers of the REST interface and of actions are told. */
export const doors: Sentences = {
  'Something went wrong on our side. Look at your requests to see what was done, and try again; if it stays so, tell a platform admin.':
    'Bei uns ist etwas schiefgegangen. Sieh in deinen Anträgen nach, was getan wurde, und versuch es noch einmal; bleibt es so, sag einem Plattform-Admin Bescheid.',
  "I can't read this request: {0}. Nothing was changed.":
    'Diese Anfrage kann ich nicht lesen: {0}. Nichts wurde geändert.',
  'the request': 'die Anfrage',
  '"{0}"': '„{0}“',
  '"{0}" is missing': '„{0}“ fehlt',
  '"{0}" can\'t be asked for here': '„{0}“ kann man hier nicht angeben',
  'it holds a field that is not known here':
    'sie enthält ein Feld, das hier niemand kennt',
  '{0} is empty': '{0} ist leer',
  '{0} is too short': '{0} ist zu kurz',
  '{0} is too long': '{0} ist zu lang',
  '{0} must be of the type {1}': '{0} muss vom Typ {1} sein',
  '{0} must be one of {1}': '{0} muss eines davon sein: {1}',
  '{0} must be {1} {2}': '{0} muss {1} {2} sein',
  'its body is not valid JSON': 'ihr Inhalt ist kein gültiges JSON',
  'it is too large': 'sie ist zu groß',
  'its body has to be JSON': 'ihr Inhalt muss JSON sein',
  'I can\'t do "{0}". Nothing was changed; ask for help to see what I can do.':
    '„{0}“ kann ich nicht. Nichts wurde geändert; frag nach Hilfe, um zu sehen, was ich kann.',
  'Only a signed-in person can ask the assistant, so nothing was done. Call this with a user’s token.':
    'Nur wer angemeldet ist, kann den Assistenten fragen, darum wurde nichts getan. Ruf das mit dem Token eines Menschen auf.',
  '"{0}" is nothing that can be proposed, so nothing was done. "list-intents" tells what can.':
    '„{0}“ lässt sich nicht vorschlagen, darum wurde nichts getan. „list-intents“ sagt, was sich vorschlagen lässt.',
  'Nothing happens until you agree to it in the portal.':
    'Nichts geschieht, bevor du im Portal zustimmst.',
  'Nothing happens until you agree to it in the portal and {0} approves.':
    'Nichts geschieht, bevor du im Portal zustimmst und {0} es genehmigt.',
  "It can't be done: {0}": 'Das geht nicht: {0}',
  'I did not understand that. "list-intents" tells what can be asked.':
    'Das habe ich nicht verstanden. „list-intents“ sagt, was man fragen kann.',
  'That would change something ("{0}"), and asking only reads, so nothing was done. Use "propose" for a plan, or say it in the portal.':
    'Das würde etwas ändern („{0}“), und Fragen liest nur, darum wurde nichts getan. Nimm „propose“ für einen Plan, oder sag es im Portal.',
};
