import type { Reading, Said } from '../../types';
import { overlaps, spanOf } from '../match';
import { NOUNS, type Kind } from './kinds';

const HYPHENATED = '([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\\w.:/-])';
const patterns = new Map<string, RegExp[]>();

function patternsOf(kinds: Kind[]): RegExp[] {
  const key = kinds.join();
  let found = patterns.get(key);
  if (!found) {
    const nouns = kinds.map(kind => NOUNS[kind]).join('|');
    found = [
      new RegExp(
        `\\b(?:of|for|from|to|is|are|does|did|about|on|has|how's|check|why|restart|reboot|bounce|scale|resize|delete|remove|uninstall|update|upgrade|bump|move|rollback|back|down|up|expose|hibernate|wake|pause|suspend|resume|extend|keep|backup|snapshot|restore|get|give|drop|kill|rotate|logs|status) (?:the |my |our |up |${nouns} )*${HYPHENATED}`,
        'u',
      ),
      new RegExp(`\\b(?:${nouns}) ${HYPHENATED}`, 'u'),
      new RegExp(`^${HYPHENATED}(?=[ ,:?]|$)`, 'u'),
    ];
    patterns.set(key, found);
  }
  return found;
}

/** "status of foo-bar", where nothing is known by that name. */
export function unknownName(reading: Reading, kinds: Kind[]): Said | undefined {
  for (const pattern of patternsOf(kinds)) {
    const match = reading.lower.match(pattern);
    const span = match && spanOf(match, 1);
    const isOther =
      span &&
      reading.mentions.some(
        mention => mention.strength === 'exact' && overlaps(mention, span),
      );
    if (
      match &&
      span &&
      !isOther &&
      !/^(?:req|re|up|read|roll|day|half)-/.test(match[1])
    ) {
      return { value: match[1], spans: [span] };
    }
  }
  return undefined;
}

/** A bare answer to "which one?". */
export function soleWord(reading: Reading): Said | undefined {
  const [only, ...others] = reading.tokens.filter(
    ({ text }) =>
      !/^(?:the|in|to|on|my|our|please|one|it's|of|from|for|that's)$/.test(
        text,
      ),
  );
  return only && others.length === 0 && /^[a-z][a-z0-9-]*$/.test(only.text)
    ? { value: only.text, spans: [only] }
    : undefined;
}
