import { isQuestion } from '../../acts';
import { meaningOf } from '../../lexicon';
import type { Reading, Said, Wanted } from '../../types';
import { isWrapping } from '../../wrapping';
import { NUMBER, overlaps } from '../../text';
import { spanOf } from '../match';
import { NOUNS, type Kind } from './kinds';

const HYPHENATED = '([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\\w.:/-])';
const compiled = new Map<string, RegExp[]>();

function patternsOf(kinds: Kind[]): RegExp[] {
  const key = kinds.join();
  let found = compiled.get(key);
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
    compiled.set(key, found);
  }
  return found;
}

/** "status of foo-bar", where nothing is known by that name. */
export function unknownName(
  reading: Reading,
  kinds: Kind[],
  { pending, asked }: Wanted,
): Said | undefined {
  const patterns = patternsOf(kinds);
  // Alone at the beginning it may be the name of what is being made.
  const fitting = pending && !asked ? patterns.slice(0, -1) : patterns;
  for (const pattern of fitting) {
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

const GENERIC = new RegExp(
  `^(?:${Object.values(NOUNS).join(
    '|',
  )}|it|this|that|them|one|all|everything|every|each|some|any|up|down|back|off|on|again|now|copies|replicas|backup|backups|snapshot|snapshots|data|password|passwords|credentials|access|version|release|update|memory|cpu|ram|team|cluster|nodes?|servers?|request|requests|users?|people|something|anything|thing|things|stuff|please|pls|tomorrow|today|yesterday|last|next|same|latest|newest|test|dev|staging|prod|production|live|and|or|to|the|a|an|my|our|your|their|his|her|its)$`,
  'u',
);
const OBJECT = new RegExp(
  '\\b(?:restart|reboot|bounce|scale(?: up| down| out)?|resize|delete|remove|uninstall|decommission|update|upgrade|roll back|rollback|revert|expose|hibernate|pause|suspend|wake(?: up)?|resume|back up|backup|snapshot|restore|access to|logs? (?:of|from|for)|password (?:of|for)|off|out of|from|into) (?:the |my |our )(?:(?:old|new|whole|entire) )?([a-z][\\w-]*(?: [a-z][\\w-]*)?)(?= (?:to|from|in|on|with|and|for|by|at|please|pls|now|again|back|because|since|right|anymore|any)\\b|[.,!?]|$)',
  'gu',
);

/**
 * "restart the forum", where nothing is known by that name: what was said, in
 * kebab-case.
 */
export function unknownObject(reading: Reading): Said | undefined {
  for (const match of reading.lower.matchAll(OBJECT)) {
    const span = spanOf(match, 1);
    const words = match[1].split(' ');
    const isKnown = reading.mentions.some(mention => overlaps(mention, span));
    if (!isKnown && !words.some(word => GENERIC.test(word))) {
      return { value: words.join('-'), spans: [span] };
    }
  }
  return undefined;
}

/** "undo" and "cheaper" are no names; a place may be called "playground". */
function isKnownWord(word: string): boolean {
  const meaning = meaningOf(word);
  return meaning !== word && meaning !== 'c_environment';
}

const IS_NUMBER = new RegExp(`^${NUMBER}$`, 'u');

/** A bare answer to "which one?". */
export function soleWord(reading: Reading): Said | undefined {
  if (
    isQuestion(reading.text) ||
    /^(?:because|since|cause)\b/iu.test(reading.text)
  ) {
    return undefined;
  }
  const [only, ...others] = reading.tokens.filter(
    ({ text }) =>
      !isWrapping(text) &&
      !IS_NUMBER.test(text) &&
      !/^(?:public|private|company|small|medium|large|low|high|bigger|smaller|ok)$/.test(
        text,
      ),
  );
  // Beside other values only what looks like a name can be one.
  const isAlone =
    reading.tokens.length <= 5 && !/\S {3,}|^ {3,}/u.test(reading.text);
  return only &&
    others.length === 0 &&
    !isKnownWord(only.text) &&
    !reading.mentions.some(
      mention => mention.strength === 'exact' && overlaps(mention, only),
    ) &&
    (isAlone || /[-\d]/.test(only.text)) &&
    /^[a-z][a-z0-9-]*$/.test(only.text)
    ? { value: only.text, spans: [only] }
    : undefined;
}
