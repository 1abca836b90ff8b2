import type { Sentences } from '../say';

/** What the dialogue itself says. */
export const dialogue: Sentences = {
  '{0} or {1}': '{0} oder {1}',
  'New conversation': 'Neues Gespräch',
  "Hello {0}! Tell me in your own words what you need, and I'll show you what would happen and what it costs before anything does.":
    'Hallo {0}! Sag mir in deinen eigenen Worten, was du brauchst, und ich zeige dir, was geschehen würde und was es kostet, bevor etwas geschieht.',
  'You are welcome. Is there anything else?': 'Gern geschehen. Noch etwas?',
  'That is outside of what I can do here. I look after environments, apps and databases: making them, mending them, seeing how they are and what they cost.':
    'Das liegt außerhalb von dem, was ich hier tun kann. Ich kümmere mich um Umgebungen, Anwendungen und Datenbanken: sie anlegen, reparieren, sehen, wie es ihnen geht und was sie kosten.',
  "I understand what you would like, but that isn't something I can do here yet. Nothing was changed.":
    'Ich verstehe, was du möchtest, aber das kann ich hier noch nicht. Nichts wurde geändert.',
  "I'm not sure what you mean. Could you say it in other words?":
    'Ich bin nicht sicher, was du meinst. Kannst du es anders sagen?',
  "I'm not sure I got that. Did you mean: {0}?":
    'Ich bin nicht sicher, ob ich das verstanden habe. Meinst du: {0}?',
  "I still don't get it, sorry. Let's go step by step: choose what comes closest.":
    'Ich verstehe es leider immer noch nicht. Gehen wir Schritt für Schritt vor: Wähl, was am nächsten kommt.',
  "I still don't get it, sorry.": 'Ich verstehe es leider immer noch nicht.',
  'We spoke of something else in between, so just to be sure: shall I do this?':
    'Wir haben zwischendurch von anderem gesprochen, darum zur Sicherheit: Soll ich das tun?',
  'One after the other. First this; then I come to the other thing you asked for.':
    'Eins nach dem anderen. Erst dies; danach komme ich zu dem anderen, das du wolltest.',
  'Or ask a person: {0} can help.':
    'Oder frag einen Menschen: {0} kann helfen.',
  'Create an environment': 'Eine Umgebung anlegen',
  'Deploy an app': 'Eine Anwendung einrichten',
  'Show me what you can do': 'Zeig mir, was du kannst',
  'By the way, this still waits for your yes: {0}.':
    'Übrigens wartet das noch auf dein Ja: {0}.',
  'What I asked before is still open.':
    'Meine Frage von vorhin ist noch offen.',
  'There is nothing here that waits for your yes. Nothing was changed. Tell me what you need.':
    'Hier wartet nichts auf dein Ja. Nichts wurde geändert. Sag mir, was du brauchst.',
  "All right, I won't do it. Nothing was changed.":
    'Gut, ich lasse es. Nichts wurde geändert.',
  'All right, forgotten. Nothing was changed.':
    'Gut, vergessen. Nichts wurde geändert.',
  'There was nothing to stop. Nothing was changed.':
    'Es gab nichts anzuhalten. Nichts wurde geändert.',
  'Now to the other thing you asked for.': 'Nun zu deinem zweiten Wunsch.',
  'With your changes it would be this. Please look once more:':
    'Mit deinen Änderungen wäre es das hier. Schau bitte noch einmal:',
  'That plan was too old to agree to. This is how it is now:':
    'Der Plan war zu alt, um ihm zuzustimmen. So sieht es jetzt aus:',
  'It would cost {0} more.': 'Es würde {0} mehr kosten.',
  'It would save {0}.': 'Es würde {0} sparen.',
  'It would cost nothing more.': 'Es würde nichts zusätzlich kosten.',
  "Something in it has no price yet, so I can't say what it would cost.":
    'Etwas daran hat noch keinen Preis, darum kann ich nicht sagen, was es kosten würde.',
  "I can't do that for you.": 'Das kann ich für dich nicht tun.',
  '{0} could.': '{0} könnte es.',
  'Nothing was changed.': 'Nichts wurde geändert.',
  'someone who may approve it': 'jemanden, der zustimmen darf',
  "When you say yes, I'll ask {0}; {1} of them must agree before anything happens.":
    'Wenn du ja sagst, frage ich {0}; {1} davon müssen zustimmen, bevor etwas geschieht.',
  "When you say yes, I'll ask {0} to agree before anything happens.":
    'Wenn du ja sagst, bitte ich {0} um Zustimmung, bevor etwas geschieht.',
  'On it: {0}. You can follow it here as {1}.':
    'Bin dabei: {0}. Du kannst es hier als {1} verfolgen.',
  "Thank you. I've asked {0}, and it goes on as soon as they agree. You can follow it here as {1}.":
    'Danke. Ich habe {0} gefragt, und es geht weiter, sobald die Zustimmung da ist. Du kannst es hier als {1} verfolgen.',
  "Thank you. I've asked for approval, and it goes on as soon as it is given. You can follow it here as {0}.":
    'Danke. Ich habe um Zustimmung gebeten, und es geht weiter, sobald sie da ist. Du kannst es hier als {0} verfolgen.',
  'your platform team': 'deinem Plattform-Team',
  'Something went wrong on my side, and nothing was changed. Please try again. If it happens again, tell {0} the number {1}.':
    'Bei mir ist etwas schiefgegangen, und nichts wurde geändert. Versuch es bitte noch einmal. Wenn es wieder geschieht, nenn {0} die Nummer {1}.',
  "Something went wrong while I passed your yes on, and I can't tell whether it arrived. Please look under your requests before you try again. If it isn't there, tell {0} the number {1}.":
    'Beim Weitergeben deines Ja ist etwas schiefgegangen, und ich weiß nicht, ob es angekommen ist. Schau bitte unter deinen Anträgen nach, bevor du es noch einmal versuchst. Wenn es dort nicht steht, nenn {0} die Nummer {1}.',
  "I can't use that as {0}: {1}. Nothing was changed. Please say it in another way.":
    'Das kann ich für {0} nicht nehmen: {1}. Nichts wurde geändert. Sag es bitte anders.',
};
