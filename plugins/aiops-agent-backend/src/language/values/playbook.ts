import { kebabCase, overlaps } from '../text';
import type { Extractor, Reading, Span } from '../types';
import { spanOf } from './match';

const WORD = '[a-z0-9](?:[\\w-]*[a-z0-9])?';
/** Said of any playbook, so they don't say which. */
const UNNAMED =
  /^(?:the|a|an|my|our|your|this|that|ansible|some|any|another|run|please|pls|start|execute|playbook|same|right|play|with|of|for|on|and|to|it|which|use|using|via|trigger|launch|all|but|now|me|us|him|her|them|you|can|could|would|before|after|today|tomorrow|first|again|what|is|it's|its|name|rather|one|only|just|sorry|wait|please|i|we|meant?|said)$/;
const PATTERNS = [
  /\bansible-playbook ([a-z0-9][\w./-]*)/u,
  new RegExp(
    `\\bplaybook,? (?:called|named|for|of|:) (?:the |our )?(${WORD}(?: ${WORD}){0,2})`,
    'u',
  ),
  new RegExp(
    `\\bplaybook (?:that|which) (?:does |runs |makes )?(${WORD}(?: ${WORD}){0,3})`,
    'u',
  ),
  new RegExp(`\\b(${WORD}(?: ${WORD}){0,2}) playbook\\b`, 'u'),
  new RegExp(`\\bplaybook:? ["']?(${WORD})`, 'u'),
  new RegExp(`\\bansible[:,]? (?:run |play |to )?(?:the )?(${WORD})`, 'u'),
  new RegExp(`\\bplay (?:for|of) (?:the )?(${WORD})`, 'u'),
];
/** "Patch all the servers" says what is done rather than what it is called. */
const DONE =
  /\b(patch|harden|update|upgrade|reboot|restart|clean ?up|backup|provision)(?:e?s|ing)?\b/u;
const THINGS =
  /\b((?:security|os|kernel|package|system|software) (?:updates?|patches|upgrades?|fixes))\b/u;

function called(words: string): string | undefined {
  const kept = words
    .replace(/^.*\//, '')
    .replace(/\.ya?ml$/, '')
    .split(' ');
  while (kept.length > 0 && UNNAMED.test(kept[kept.length - 1])) {
    kept.pop();
  }
  const last = kept.map(word => UNNAMED.test(word)).lastIndexOf(true);
  return kebabCase(kept.slice(last + 1).join(' ')) || undefined;
}

function isInMention({ mentions }: Reading, span: Span): boolean {
  return mentions.some(mention => overlaps(mention, span));
}

/** Which playbook, in kebab-case. */
export const playbook: Extractor = (reading, { asked }) => {
  for (const pattern of PATTERNS) {
    const match = reading.lower.match(pattern);
    const value = match && called(match[1]);
    if (match && value) {
      return { value, spans: [spanOf(match)] };
    }
  }
  const said = reading.lower.match(THINGS) ?? reading.lower.match(DONE);
  if (said) {
    return { value: kebabCase(said[1]), spans: [spanOf(said)] };
  }
  const written = asked
    ? reading.lower.match(/(?<![\w-])[a-z\d]+(?:-[a-z\d]+)+(?![\w-])/u)
    : null;
  if (written && !isInMention(reading, spanOf(written))) {
    return { value: written[0], spans: [spanOf(written)] };
  }
  const value =
    asked && reading.tokens.length <= 5
      ? called(reading.lower.replace(/[.!?]+$/u, '').trim())
      : undefined;
  return value
    ? { value, spans: [{ start: 0, end: reading.lower.length }] }
    : undefined;
};
