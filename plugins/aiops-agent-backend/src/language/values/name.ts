import { kebabCase } from '../text';
import { isWrapping } from '../wrapping';
import type { Extractor, Reading, Said } from '../types';
import { spanOf } from './match';

const INTRODUCED = [
  /(?<!\b(?:a|the|phone|conference|video) )\bcall(?:ed|ing)?(?! (?:with|for|from) )(?! (?:(?:it|this|that) )?(?:off|back|me|you|us|again)\b)(?: (?:it|them|this|that|the (?:new )?\w+))?:? /u,
  /\bnam(?:e|ed|ing)(?: (?:it|them|this|that))?:? (?!(?:of|is|should|shall|will|it|to|for|and)\b)/u,
  /\btitled?:? /u,
  /\b(?:with|under|by|has|have|give it) (?:the|a) name(?: of)?:? /u,
  /(?<!\b(?:host|domain|user|team) )\bname(?:d)?(?:'s| is| should be| shall be| will be| would be| to be| gonna be| going to be| to| it| =| :) ?(?:to )?/u,
  /\bname ?[:=] ?/u,
  /\brename(?: it| this)? (?:to|as) /u,
];
const STOP =
  /^(?:and|n|&|w|w\/|plus|also|for|with|in|on|to|into|at|please|pls|plz|thanks|using|that|which|but|so|as|instead|then|of|by|from|until|is|it|small|medium|large|low|high|just|only|public|because|since|where|should|having|via|inside|under|rather|tier|size|team|if|who|open|private)$/;
const ANYTHING =
  /^(?:whatever|anything|something|what(?:ever)? you (?:like|want)|as you like|up to you|you choose)/;
const NOUN =
  '(?:environment|env|namespace|sandbox|playground|app|application|database|db|cache|site|website|blog|instance|redis|postgres|mysql|mariadb|valkey|wordpress|ghost)';

/**
 * A name in kebab-case; what holds other signs than those of names is left as
 * it was said, so that whoever checks it can say what is wrong.
 */
function asName(words: string): string {
  return /^[\p{L}\p{N}\s'_.!&+-]+$/u.test(words)
    ? kebabCase(words) || words
    : words;
}

function inQuotes(reading: Reading, from: number): Said | undefined {
  const match = reading.text.slice(from).match(/^(?:"([^"]+)"|'([^']+)')/u);
  const words = match?.[1] ?? match?.[2];
  return match && words
    ? {
        value: asName(words.trim()),
        spans: [{ start: from, end: from + match[0].length }],
      }
    : undefined;
}

/** The words after "call it", up to where the sentence goes on. */
function wordsFrom(reading: Reading, from: number): Said | undefined {
  const rest = reading.text.slice(from);
  const clause = rest.split(
    /(?<=[\p{L}\p{N}'])[,;!?()]|\.(?=\s|$)|:\s| - /u,
  )[0];
  const words: string[] = [];
  for (const word of clause.split(' ')) {
    const lower = word.toLowerCase();
    if (
      words.length === 0 &&
      /^(?:the|a|an|like|maybe|simply|just|then|instead|rather|better)$/.test(
        lower,
      )
    ) {
      continue;
    }
    if (words.length > 0 && (STOP.test(lower) || words.length === 4)) {
      break;
    }
    words.push(word);
    // A name written as one is complete.
    if (/[-_\d]/.test(word) || word.length > 40) {
      break;
    }
  }
  const said = words.join(' ');
  if (!said || ANYTHING.test(clause.trim().toLowerCase())) {
    return undefined;
  }
  const start = from + rest.indexOf(words[0]);
  return { value: asName(said), spans: [{ start, end: start + said.length }] };
}

function introduced(reading: Reading): Said | undefined {
  if (!/call|nam|title/u.test(reading.lower)) {
    return undefined;
  }
  for (const pattern of INTRODUCED) {
    const match = reading.lower.match(pattern);
    if (match?.index !== undefined) {
      const from = match.index + match[0].length;
      const found = inQuotes(reading, from) ?? wordsFrom(reading, from);
      if (found) {
        return {
          ...found,
          spans: [{ start: match.index, end: found.spans[0].end }],
        };
      }
    }
  }
  return undefined;
}

/** "wheel-news it's called", "term-dates is the name" */
const REVERSED =
  /(?:^|[,.;!] ?)(?:(?:just|simply|and|oh) )?([a-z0-9][a-z0-9-]*(?: [a-z0-9-]+){0,2}?),? (?:it's|its|it is|it shall be|it should be|it will be|is|would be|should be|will be)(?: what it's| to be)? (?:called|named|(?:the|its|a good|a better|a nicer|the better|as a) name)\b/u;
/** "deploy shop:1.2 as checkout on staging" */
const AS_NAME = /\bas ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w.:/-])/u;
const NAMED_THING = new RegExp(
  `(?<!\\b(?:in|into|to|on|for|of|from|at)(?: the| my| our)? (?:\\w+ )?)\\b${NOUN} ([a-z][a-z0-9]*(?:-[a-z0-9]+)+|[a-z]+\\d+)(?![\\w.:/-])`,
  'u',
);

/** "a database orders-db", "namespace lab2": a name-like word after its noun. */
function afterNoun(reading: Reading): Said | undefined {
  const { lower } = reading;
  const match =
    (/[a-z]-[a-z\d]|[a-z]\d/u.test(lower)
      ? lower.match(NAMED_THING) ?? lower.match(AS_NAME)
      : null) ?? (/called|name/u.test(lower) ? lower.match(REVERSED) : null);
  if (!match) {
    return undefined;
  }
  const span = spanOf(match, 1);
  const known = reading.mentions.some(
    mention =>
      mention.strength === 'exact' &&
      mention.start <= span.start &&
      mention.end >= span.end,
  );
  return known ? undefined : { value: asName(match[1]), spans: [span] };
}

/** An answer to "what shall it be called?" may be the name alone. */
function bare(reading: Reading): Said | undefined {
  const plain = reading.text
    .replace(
      /^(?:(?:maybe|perhaps|how about|what about|let's say|let's take|i'd say|just|actually|sorry|hm+|oh|no|wait|rather|better|then)[, ]+)+/iu,
      '',
    )
    .replace(/[.!]+$/u, '');
  const words = plain.split(' ').filter(Boolean);
  const isMention = reading.mentions.some(
    ({ strength }) => strength === 'exact',
  );
  if (
    isMention ||
    words.length === 0 ||
    words.length > 3 ||
    /[,;]/.test(plain) ||
    (words.length > 1 && isWrapping(words[0].toLowerCase())) ||
    words.some(word => STOP.test(word.toLowerCase())) ||
    words.every(word => isWrapping(word.toLowerCase()))
  ) {
    return undefined;
  }
  return {
    value: asName(plain),
    spans: [{ start: 0, end: reading.text.length }],
  };
}

/** What a new thing is to be called. */
export const name: Extractor = (reading, { asked }) =>
  introduced(reading) ??
  quotedAlone(reading) ??
  afterNoun(reading) ??
  (asked ? bare(reading) : undefined);

function quotedAlone(reading: Reading): Said | undefined {
  const at = reading.text.indexOf('"');
  return at < 0 ? undefined : inQuotes(reading, at);
}
