import { kebabCase, overlaps } from '../text';
import { isWrapping } from '../wrapping';
import type { Extractor, Reading, Said } from '../types';
import { said, spanOf } from './match';

/** What may stand before a person's name. */
const BEFORE =
  '(?:(?:my|our|your|the|a|an|new|old|former|user|users|member|colleague|colleagues|coworker|co-worker|teammate|team ?mate|friend|boss|intern|trainee|student|teacher|freelancer|contractor|developer|intern|trainee|student|boss|friend|teacher|freelancer|contractor|coworker|co-worker|teammate|newcomer|manager|mr|mrs|ms|dr|group|team|people (?:from|of|in)|somebody called|someone called|called|named|namely|also|please|pls|everyone (?:in|from|of)|everybody (?:in|from|of))\\.?,? )*';
const NAME = `${BEFORE}([\\p{L}][\\p{L}\\p{N}'._@+-]*)`;
const RIGHTS =
  '(?:access|rights?|permissions?|roles?|membership|account|login|privileges|entry)';
/** Words that are no name of anybody. */
const NOBODY = new RegExp(
  `^(?:${RIGHTS}|intern|trainee|student|boss|friend|teacher|freelancer|contractor|coworker|co-worker|teammate|newcomer|manager|mr|mrs|ms|miss|dr|prof|professor|read|write|edit|viewer|view|viewers|reader|editor|developer|admin|administrator|owner|full|the|a|an|my|our|your|his|her|their|its|me|us|him|them|it|this|that|these|those|they|he|she|we|you|i|who|whom|somebody|someone|anybody|everyone|everybody|all|any|some|no|not|to|of|from|for|on|off|in|into|at|by|with|and|or|as|out|over|away|up|able|also|too|please|pls|can|could|should|must|will|would|need|needs|want|wants|be|is|are|was|has|have|had|do|does|give|grant|add|remove|revoke|take|let|allow|make|put|get|kick|see|open|use|colleague|colleagues|team|group|department|people|person|user|users|member|members|employee|new|old|another|more|same|now|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|app|application|environment|env|database|db|site|website|system|project|here|there|anymore|longer|again|only|just|so|because|since|left|joined|hi|hello|hey|could|thanks|sorry|like|environments|namespace|service|share|invite|work|works|working|still|currently|very|really|what|when|if|but|then|which|whose|us|yes|yeah|no|ok|okay|actually|instead|meant|mean|sure|better|rather|rights|starting|joining|coming|trainer|helper|assistant|nurse|partner|supplier|client|customer|volunteer|accountant|lawyer|starter|hire|janitor|january|february|march|april|june|july|august|september|october|november|december|one|ones|enough|exactly|kindly|yesterday|tonight|next|last)$`,
  'u',
);

const patternsOf = (cues: string[]) => cues.map(cue => new RegExp(cue, 'gu'));

const GRANTED = patternsOf([
  `\\b(?:give|grant|hand|assign|offer|provide|gives|giving)(?: back)? ${NAME}`,
  `\\b(?:share|shared|sharing)\\b.*? with ${NAME}`,
  `\\b(?:let|allow|permit|enable|authori[sz]e|invite|add|adding|onboard|promote|make|include|have|set up) ${NAME}`,
  `\\b(?:put|get) ${NAME} (?:on|in|into|onto|to|access)\\b`,
  `\\b${RIGHTS} (?:on \\S+ |to \\S+ |in \\S+ )?(?:to|for) ${NAME}`,
  `\\b(?:viewer|developer|admin|editor|read|write|owner)(?: ${RIGHTS})?(?: on \\S+| to \\S+| in \\S+)? (?:to|for) ${NAME}`,
  `${NAME} (?:is |will be |will |also |urgently |really |now )*(?:taking over|takes? over|look(?:s|ing)? after|covers?|covering|replac(?:es?|ing)|helps?|helping|start(?:s|ing|ed)?|join(?:s|ing|ed)?|com(?:es|ing)|needs?|wants?|requires?|should|must|has to|have to|is to|are to|joins?|joined|is joining|gets?|can|could|would|may|starts|cannot|can't|asked|is new|is our)\\b`,
  `\\b(?:her|his|their|the) name is ${NAME}`,
  `\\b(?:to|for) ${NAME}$`,
  `^${NAME} ?(?:->|=>|:) `,
]);
const REVOKED = patternsOf([
  `\\b(?:remove|revoke|take|kick|lock|strip|exclude|block|drop|cut|pull|withdraw|ban|delete|disinvite|uninvite|throw|get|deny|stop|end|close|cancel|unshare|deprovision|offboard|evict|suspend|bar|boot|expel|disable|rescind|removing|prevent)(?: off| out| away)? ${NAME}`,
  `${NAME}'s? (?:\\w+ )?${RIGHTS}\\b`,
  `${NAME}'s (?:contract|last day|internship|job|time|employment|placement|assignment|thesis|project|work|engagement)\\b`,
  `\\b${RIGHTS} (?:on \\S+ |to \\S+ |in \\S+ )?(?:of|from|for|by) ${NAME}`,
  `\\b(?:stop|unshare|quit)\\b.*? with ${NAME}`,
  `(?:don't want|do not want|make sure(?: that)?|ensure(?: that)?) ${NAME}`,
  `${NAME} (?:has |have |is |are |was |just |recently |already )*(?:left|leaves|leaving|retired|quit|gone|fired|moved|changed|switched|no longer|doesn'?t|does not|don'?t|shouldn'?t|should not|should no|must not|mustn'?t|can'?t|cannot|isn'?t|aren'?t|needn'?t|is not|finished|done|out|shall not|may not)\\b`,
  `${NAME} (?:should|must|has to|have to|needs to|can|will) (?:lose|go|leave)\\b`,
  `\\b(?:it'?s|it is|that'?s|that is) ${NAME} (?:who|that)\\b`,
  `\\bfrom ${NAME}$`,
]);

function isNobody(word: string): boolean {
  return NOBODY.test(word) || /^\d/.test(word);
}

/** "Pull Henrik's access": what is to be done is no first name. */
function isCue(word: string): boolean {
  return /^(?:pull|strike|throw|boot|chuck|fire|dismiss|unlist|move|set|bring|ask|tell|remove|revoke|take|kick|lock|strip|exclude|block|drop|cut|withdraw|ban|delete|stop|end|close|cancel|give|grant|hand|assign|offer|let|allow|permit|enable|invite|add|onboard|promote|make|include|put|get|show|does|has|is|can|please|kindly|since|when|while|as|if|because|after|before|and|but|so|then|now|also|from|for|with|our|the)$/iu.test(
    word,
  );
}

/** A further capital word: "Anna Schmidt". */
function withSurname(reading: Reading, start: number, end: number): number {
  const more = reading.text
    .slice(end)
    .match(/^ (?:\p{Lu}[\p{Ll}-]+)(?= |$|[,.!?])/u);
  const isCapital = /^\p{Lu}/u.test(reading.text.slice(start));
  if (!more || !isCapital) {
    return end;
  }
  const span = { start: end + 1, end: end + more[0].length };
  const isThing =
    reading.mentions.some(mention => overlaps(mention, span)) ||
    isNobody(more[0].trim().toLowerCase());
  return isThing ? end : span.end;
}

/** Where a name begins of which the last word was found: "Tim Krause needs". */
function fromFirstName(reading: Reading, start: number): number {
  const before = reading.text.slice(0, start).match(/(\p{Lu}\p{Ll}+) $/u);
  const isCapital = /^\p{Lu}/u.test(reading.text.slice(start));
  return before &&
    isCapital &&
    !isCue(before[1]) &&
    !isNobody(before[1].toLowerCase())
    ? start - before[0].length
    : start;
}

function someone(
  reading: Reading,
  at: number,
  word: string,
): Said<string> | undefined {
  const plain = word.replace(/'s?$/u, '').replace(/[.,]+$/u, '');
  const span = { start: at, end: at + plain.length };
  const mention = reading.mentions.find(other => overlaps(other, span));
  if (isNobody(plain) || plain.length < 2) {
    return undefined;
  }
  if (mention?.kind === 'team') {
    return { value: mention.name, spans: [mention] };
  }
  if (mention?.strength === 'exact') {
    return undefined;
  }
  if (plain.includes('@')) {
    return { value: kebabCase(plain.split('@')[0]), spans: [span] };
  }
  const start = fromFirstName(reading, span.start);
  const end = withSurname(reading, span.start, span.end);
  const value = kebabCase(reading.text.slice(start, end));
  return value ? { value, spans: [{ start, end }] } : undefined;
}

/** A name that is only recognised by its capital. */
function capital(reading: Reading): Said<string> | undefined {
  for (const token of reading.tokens) {
    const written = reading.text.slice(token.start, token.end);
    const inSentence =
      token.start > 0 && !/[.!?:] $/.test(reading.text.slice(0, token.start));
    if (inSentence && /^\p{Lu}\p{Ll}/u.test(written)) {
      const found = someone(reading, token.start, token.text);
      if (found) {
        return found;
      }
    }
  }
  return undefined;
}

/** "make her a viewer", where a person was spoken of. */
function spokenOf({ lower, spoken }: Reading): Said | undefined {
  const match = spoken.subject
    ? lower.match(/\b(?:her|him|them|she|he|they)\b/u)
    : null;
  return match ? said(spoken.subject, match) : undefined;
}

/** Whom access is for: a person or a team, in kebab-case. */
export const subject: Extractor = (reading, { intent, asked }) => {
  const account = reading.lower.match(/\buser ?name(?: is|:)? ([\w.-]+)/u);
  if (account) {
    return { value: kebabCase(account[1]), spans: [spanOf(account)] };
  }
  const revokes = intent.includes('revoke');
  const patterns = revokes ? REVOKED : GRANTED;
  for (const pattern of patterns) {
    for (const match of reading.lower.matchAll(pattern)) {
      const word = match[1];
      const at = match.index + match[0].indexOf(word, lastWordsOf(match, word));
      const found = someone(reading, at, word);
      if (found) {
        return found;
      }
    }
  }
  const written = capital(reading) ?? spokenOf(reading);
  if (written || !asked) {
    return written;
  }
  const [first, ...others] = reading.tokens.filter(
    ({ text }) => !isNobody(text) && !isWrapping(text),
  );
  return first && others.length < 2 && reading.tokens.length <= 4
    ? someone(reading, first.start, first.text)
    : undefined;
};

/** Where in a match its name begins, which may occur in it before as well. */
function lastWordsOf(match: RegExpMatchArray, word: string): number {
  const whole = match[0];
  const last = whole.lastIndexOf(word);
  return whole.endsWith(word) ? last : Math.max(0, whole.indexOf(word));
}
