/** An error whose message tells the person what happened and what to do. */
export class Sentence extends Error {}
