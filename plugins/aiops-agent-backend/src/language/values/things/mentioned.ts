import type { Mention, Reading, Said } from '../../types';
import { overlaps } from '../../text';
import { said, spanOf } from '../match';
import { namesOf, NOUNS, type Kind } from './kinds';

/** The first mention of one of the kinds. */
export function mentioned(
  reading: Reading,
  kinds: Kind[],
  strength: Mention['strength'],
): Said | undefined {
  const found = reading.mentions.find(
    mention =>
      mention.strength === strength &&
      (kinds as string[]).includes(mention.kind),
  );
  return found && { value: found.name, spans: [found] };
}

const DATABASE = new RegExp(
  `\\b([\\w-]+)(?:'s)? ${NOUNS.database}\\b|\\b${NOUNS.database} (?:of|for|behind|from|in) (?:the |our |my )?([\\w-]+)`,
  'gu',
);

/**
 * "the blog database" is a database even where an application is called blog;
 * so is "the database of the blog".
 */
export function databaseOf(reading: Reading): Said | undefined {
  for (const match of reading.lower.matchAll(DATABASE)) {
    const group = match[1] ? 1 : 2;
    const span = spanOf(match, group);
    const mention = reading.mentions.find(other => overlaps(other, span));
    if (mention?.kind === 'application') {
      const parts = match[group].split('-');
      const whole = mention.name.split('-');
      const fitting = namesOf(reading.context, 'database').filter(name => {
        const own = name.split('-');
        return (
          parts.every(part => own.includes(part)) ||
          whole.every(part => own.includes(part))
        );
      });
      if (fitting.length === 1) {
        return said(fitting[0], match);
      }
    }
  }
  return undefined;
}
