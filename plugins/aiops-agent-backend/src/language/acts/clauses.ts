/** A part of a message between marks that end or part sentences. */
export interface Clause {
  /** In the case it was written in, without the mark. */
  text: string;
  /** True where it ends in a question mark. */
  asks: boolean;
  /** True where it ends in a colon, as who speaks does. */
  leads: boolean;
}

/** Not inside `1,5`, `3.2.1`, `shop.example.com`, and not inside quotes. */
const ENDS =
  /((?:[.!?;\u2026]+|[,:](?!\d)| -+ |[()]|[\u{1f300}-\u{1f44c}\u{1f44e}-\u{1faff}\u{2600}-\u{27bf}]+)(?=\s|$|[\u{1f300}-\u{1faff}])|(?<=\s)[:;]-?[)(pd](?=\s|$)|[!?]+)/u;

/** The clauses of a message, in order. */
export function clausesOf(text: string): Clause[] {
  // "*sigh* yes"
  const parts = text.replace(/\*[^*]+\*/gu, ' ').split(ENDS);
  const clauses: Clause[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const clause = parts[at].replace(/^[\s,.;:-]+|[\s,;:-]+$/gu, '');
    if (clause) {
      const mark = parts[at + 1] ?? '';
      clauses.push({
        text: clause,
        asks: mark.includes('?'),
        leads: mark.startsWith(':'),
      });
    }
  }
  return clauses;
}

const LEAD =
  '(?:(?:and|but|so|ok|okay|oh|ah|hm+|well|wait|hold on|hang on|also|now|then|sorry|by the way|btw|actually|just)[,.]? )*';
const QUESTION = new RegExp(
  `^${LEAD}(?:what|whats|what's|why|how|who|when|where|which|is|are|am|was|were|does|do|did|will|has|have|can|could|any)\\b`,
  'iu',
);
/** What is a question also where its mark was left out. */
const PLAIN_QUESTION = new RegExp(
  `^${LEAD}(?:(?:is|are|was|were|does|did|has) (?:it|that|this|they|there|the|my|our|he|she|we|i|you|anyone|anybody|everything)\\b|why\\b|how\\b(?! about| (?:it|they|that|things) (?:was|were|looked))|who\\b|when (?:is|are|was|will|did|does)\\b|where (?:is|are|was|do|can)\\b|what(?:'s| is| was| are| did| does| do) (?!i\\b))`,
  'iu',
);

/** True where a clause of a message is a question, not a value with a doubt. */
export function isQuestion(text: string): boolean {
  return clausesOf(text).some(
    clause =>
      (clause.asks && QUESTION.test(clause.text)) ||
      PLAIN_QUESTION.test(clause.text),
  );
}
