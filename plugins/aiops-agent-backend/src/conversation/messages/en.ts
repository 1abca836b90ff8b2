/** "a", "a or b", "a, b or c" */
function either(words: string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** Every sentence that the dialogue itself says, in English. */
export const en = {
  newConversation: 'New conversation',
  greeting: (name: string) =>
    `Hello ${name}! Tell me in your own words what you need, and I'll show you what would happen and what it costs before anything does.`,
  thanked: 'You are welcome. Is there anything else?',
  outOfScope:
    'That is outside of what I can do here. I look after environments, apps and databases: making them, seeing how they are and what they cost.',
  notOffered:
    "I understand what you would like, but that isn't something I can do here yet. Nothing was changed.",
  didYouMean: (titles: string[]) =>
    titles.length === 0
      ? "I'm not sure what you mean. Could you say it in other words?"
      : `I'm not sure I got that. Did you mean: ${either(
          titles.map(title => title.toLocaleLowerCase('en')),
        )}?`,
  guidedStart: (contact?: string) =>
    `I still don't get it, sorry. Let's go step by step: choose what comes closest.${
      contact ? ` Or ask a person: ${contact} can help.` : ''
    }`,
  guidedChoices: [
    { text: 'Create an environment', label: 'Create an environment' },
    { text: 'Deploy an app', label: 'Deploy an app' },
    { text: 'What can you do?', label: 'Show me what you can do' },
  ],
  stillWaiting: (title: string) =>
    `By the way, this still waits for your yes: ${title}.`,
  stillAsking: 'What I asked before is still open.',
  nothingToConfirm:
    'There is nothing here that waits for your yes. Nothing was changed. Tell me what you need.',
  dismissed: "All right, I won't do it. Nothing was changed.",
  dropped: 'All right, forgotten. Nothing was changed.',
  nothingToDismiss: 'There was nothing to stop. Nothing was changed.',
  nextWish: 'Now to the other thing you asked for.',
  planChanged: 'With your changes it would be this. Please look once more:',
  planOutdated: 'That plan was too old to agree to. This is how it is now:',
  cost: (amount: string) => `It would cost ${amount} more.`,
  saves: (amount: string) => `It would save ${amount}.`,
  costsNothing: 'It would cost nothing more.',
  unpriced:
    "Something in it has no price yet, so I can't say what it would cost.",
  denied: (reasons: string[], who: string[]) =>
    [
      "I can't do that for you.",
      ...reasons,
      ...(who.length > 0 ? [`${either(who)} could.`] : []),
      'Nothing was changed.',
    ].join(' '),
  needsApproval: (who: string[], many: number, reasons: string[]) => {
    const whom = who.length > 0 ? either(who) : 'someone who may approve it';
    return [
      ...reasons,
      many > 1
        ? `When you say yes, I'll ask ${whom}; ${many} of them must agree before anything happens.`
        : `When you say yes, I'll ask ${whom} to agree before anything happens.`,
    ].join(' ');
  },
  confirmed: (title: string, id: string) =>
    `On it: ${title}. You can follow it here as ${id}.`,
  confirmedWaiting: (who: string[], id: string) =>
    `Thank you. ${
      who.length > 0 ? `I've asked ${either(who)}` : "I've asked for approval"
    }, and it goes on as soon as they agree. You can follow it here as ${id}.`,
  nothingChanged: 'Nothing was changed.',
  unexpected: (id: string, contact?: string) =>
    `Something went wrong on my side, and nothing was changed. Please try again. If it happens again, tell ${
      contact ?? 'your platform team'
    } the number ${id}.`,
  unclearOutcome: (id: string, contact?: string) =>
    `Something went wrong while I passed your yes on, and I can't tell whether it arrived. Please look under your requests before you try again. If it isn't there, tell ${
      contact ?? 'your platform team'
    } the number ${id}.`,
  invalidValue: (parameter: string, why: string) =>
    `I can't use that as ${parameter}: ${why}. Nothing was changed. Please say it in another way.`,
};

/** The sentences of one language. */
export type Messages = typeof en;
