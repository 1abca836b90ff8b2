/** What the step says; whatever it is told by the assistant comes in words. */
export const en = {
  done: 'Done',
  active: 'Now',
  failed: 'Failed',
  waiting: 'To come',
  /** After what the portal says of the request. */
  waits: 'You will hear of it; there is nothing more to do here.',
  goesOn: (minutes: number, page: string) =>
    `It takes longer than ${minutes} minutes and goes on without this page: see ${page}.`,
  unreached: (id: string, minutes: number, page: string) =>
    `The portal could not be asked about ${id} for ${minutes} minutes. What you agreed to goes on: see ${page}.`,
  notDone: (id: string, state: string, page: string) =>
    `${id} was not carried out: ${state}. Its page says more: ${page}.`,
  notAgreed: (title: string) =>
    `You have not agreed to this plan ("${title}"), so nothing was changed. Open the template again, look at the plan and agree to it there.`,
  cancelled:
    'This task was cancelled. What you agreed to goes on; take it back on its own page if you want to.',
  unchanged: 'Nothing was changed',
  dryRun: 'This is a dry run: nothing is agreed to and nothing is changed.',
  wouldBe: (title: string, price: string) =>
    `Would be done once somebody agrees: ${title} (${price}).`,
  wouldDo: (step: string) => `Would be done: ${step}`,
  monthly: (amount: string, currency: string) =>
    `${amount} ${currency} a month`,
  unpriced: 'price unknown',
};
