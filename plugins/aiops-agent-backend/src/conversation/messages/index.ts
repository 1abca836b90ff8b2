import { currentLanguage, say, sayAgain } from '../../words';

/** "a", "a or b", "a, b or c" */
export function either(words: string[]): string {
  return words.length < 2
    ? words.join('')
    : say`${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** A title within a sentence: small in English, as it is in other languages. */
function inSentence(title: string): string {
  const said = sayAgain(title);
  return currentLanguage() === 'en' ? said.toLocaleLowerCase('en') : said;
}

function orAskAPerson(contact: string): string {
  return say`Or ask a person: ${contact} can help.`;
}

/** Every sentence that the dialogue itself says, in the language of the turn. */
export const messages = {
  get newConversation() {
    return say`New conversation`;
  },
  greeting: (name: string) =>
    say`Hello ${name}! Tell me in your own words what you need, and I'll show you what would happen and what it costs before anything does.`,
  get thanked() {
    return say`You are welcome. Is there anything else?`;
  },
  get outOfScope() {
    return say`That is outside of what I can do here. I look after environments, apps and databases: making them, mending them, seeing how they are and what they cost.`;
  },
  get notOffered() {
    return say`I understand what you would like, but that isn't something I can do here yet. Nothing was changed.`;
  },
  didYouMean: (titles: string[]) =>
    titles.length === 0
      ? say`I'm not sure what you mean. Could you say it in other words?`
      : say`I'm not sure I got that. Did you mean: ${either(
          titles.map(inSentence),
        )}?`,
  guidedStart: (contact?: string) =>
    [
      say`I still don't get it, sorry. Let's go step by step: choose what comes closest.`,
      ...(contact ? [orAskAPerson(contact)] : []),
    ].join(' '),
  get guidedChoices() {
    return [
      { text: say`Create an environment` },
      { text: say`Deploy an app` },
      { text: say`What can you do?`, label: say`Show me what you can do` },
    ].map(choice => ({ label: choice.text, ...choice }));
  },
  stillNotUnderstood: (contact?: string) =>
    [
      say`I still don't get it, sorry.`,
      ...(contact ? [orAskAPerson(contact)] : []),
    ].join(' '),
  get oneAfterTheOther() {
    return say`One after the other. First this; then I come to the other thing you asked for.`;
  },
  stillWaiting: (title: string) =>
    say`By the way, this still waits for your yes: ${title}.`,
  get stillAsking() {
    return say`What I asked before is still open.`;
  },
  get nothingToConfirm() {
    return say`There is nothing here that waits for your yes. Nothing was changed. Tell me what you need.`;
  },
  get dismissed() {
    return say`All right, I won't do it. Nothing was changed.`;
  },
  get dropped() {
    return say`All right, forgotten. Nothing was changed.`;
  },
  get nothingToDismiss() {
    return say`There was nothing to stop. Nothing was changed.`;
  },
  get nextWish() {
    return say`Now to the other thing you asked for.`;
  },
  get planChanged() {
    return say`With your changes it would be this. Please look once more:`;
  },
  get surely() {
    return say`We spoke of something else in between, so just to be sure: shall I do this?`;
  },
  get planOutdated() {
    return say`That plan was too old to agree to. This is how it is now:`;
  },
  cost: (amount: string) => say`It would cost ${amount} more.`,
  saves: (amount: string) => say`It would save ${amount}.`,
  get costsNothing() {
    return say`It would cost nothing more.`;
  },
  get unpriced() {
    return say`Something in it has no price yet, so I can't say what it would cost.`;
  },
  denied: (reasons: string[], who: string[]) =>
    [
      say`I can't do that for you.`,
      ...reasons,
      ...(who.length > 0 ? [say`${either(who)} could.`] : []),
      say`Nothing was changed.`,
    ].join(' '),
  needsApproval: (who: string[], many: number, reasons: string[]) => {
    const whom = who.length > 0 ? either(who) : say`someone who may approve it`;
    return [
      ...reasons,
      many > 1
        ? say`When you say yes, I'll ask ${whom}; ${many} of them must agree before anything happens.`
        : say`When you say yes, I'll ask ${whom} to agree before anything happens.`,
    ].join(' ');
  },
  confirmed: (title: string, id: string) =>
    say`On it: ${title}. You can follow it here as ${id}.`,
  confirmedWaiting: (who: string[], id: string) =>
    who.length > 0
      ? say`Thank you. I've asked ${either(
          who,
        )}, and it goes on as soon as they agree. You can follow it here as ${id}.`
      : say`Thank you. I've asked for approval, and it goes on as soon as it is given. You can follow it here as ${id}.`,
  get nothingChanged() {
    return say`Nothing was changed.`;
  },
  unexpected: (id: string, contact = say`your platform team`) =>
    say`Something went wrong on my side, and nothing was changed. Please try again. If it happens again, tell ${contact} the number ${id}.`,
  unclearOutcome: (id: string, contact = say`your platform team`) =>
    say`Something went wrong while I passed your yes on, and I can't tell whether it arrived. Please look under your requests before you try again. If it isn't there, tell ${contact} the number ${id}.`,
  invalidValue: (parameter: string, why: string) =>
    say`I can't use that as ${parameter}: ${why}. Nothing was changed. Please say it in another way.`,
};

/** The sentences of the dialogue. */
export type Messages = typeof messages;
