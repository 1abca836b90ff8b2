import { editDistance, slipsAllowed } from '../text';
import type { BlueprintWords, Extractor, Reading, Said } from '../types';
import { image } from './image';
import { overlaps, spanOf } from './match';

/** Names that people use for well-known blueprints, offered here or not. */
const KNOWN: Array<Pick<BlueprintWords, 'name' | 'aliases'>> = [
  { name: 'wordpress', aliases: ['word press', 'wp'] },
  { name: 'ghost', aliases: [] },
  { name: 'nextcloud', aliases: ['next cloud'] },
  { name: 'gitea', aliases: [] },
  { name: 'uptime-kuma', aliases: ['uptime kuma', 'kuma', 'uptimekuma'] },
  {
    name: 'static-site',
    aliases: [
      'static site',
      'static website',
      'static web site',
      'static page',
      'static pages',
      'static html',
      'html pages',
      'html page',
    ],
  },
  {
    name: 'cron-job',
    aliases: [
      'cron job',
      'cronjob',
      'cron',
      'scheduled job',
      'scheduled task',
      'scheduled script',
    ],
  },
  {
    name: 'web',
    aliases: [
      'web app',
      'webapp',
      'web-app',
      'web application',
      'web apps',
      'web service',
      'web server',
    ],
  },
];
/** Said of anything that is deployed, so they don't say what. */
const ANYTHING = new Set([
  'app',
  'application',
  'image',
  'service',
  'site',
  'page',
  'website',
  'blog',
]);

const patterns = new Map<string, RegExp>();

/** Compiled once for each of the platform's words. */
function patternOf(words: string): RegExp {
  let pattern = patterns.get(words);
  if (!pattern) {
    const escaped = words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[ -]/g, '[ -]');
    pattern = new RegExp(`(?<![\\w-])${escaped}(?:'s|s|es)?(?![\\w-])`, 'u');
    patterns.set(words, pattern);
  }
  return pattern;
}

function find(reading: Reading, words: string): Said['spans'] | undefined {
  // Most of them aren't in a message, which is quickly seen.
  if (!reading.lower.includes(words.slice(0, 3))) {
    return undefined;
  }
  const match = reading.lower.match(patternOf(words));
  return match ? [spanOf(match)] : undefined;
}

function misspelt(reading: Reading, names: string[]): Said | undefined {
  for (const token of reading.tokens) {
    for (const name of names) {
      const limit = slipsAllowed(name.length);
      if (
        limit > 0 &&
        token.text.length > 4 &&
        name[0] === token.text[0] &&
        Math.abs(name.length - token.text.length) <= limit &&
        editDistance(token.text, name, limit) <= limit
      ) {
        return { value: name, spans: [token] };
      }
    }
  }
  return undefined;
}

/** Blueprints named as such, not by a word that could mean many things. */
export function blueprintNamed(reading: Reading): Said | undefined {
  const offered = reading.vocabulary.blueprints.filter(
    ({ role }) => role === 'application',
  );
  const names = [...new Set([...KNOWN, ...offered].map(({ name }) => name))];
  for (const name of names) {
    const spans = name === 'web' ? undefined : find(reading, name);
    if (spans) {
      return { value: name, spans };
    }
  }
  for (const { name, aliases } of KNOWN) {
    for (const alias of aliases) {
      const spans = find(reading, alias);
      if (spans) {
        return { value: name, spans };
      }
    }
  }
  return misspelt(
    reading,
    names.filter(name => name !== 'ghost' && name !== 'web'),
  );
}

/**
 * A blueprint: by its name, by an alias that the platform gives it, or `web`
 * for an image. What is merely called an app, a site or a blog isn't
 * anything in particular, unless a blueprint says that it is.
 */
export const app: Extractor = (reading, wanted) => {
  const named = blueprintNamed(reading);
  if (named) {
    return named;
  }
  const offered = reading.vocabulary.blueprints.filter(
    ({ role }) => role === 'application',
  );
  let weak: Said | undefined;
  for (const { name, aliases } of offered) {
    for (const alias of aliases) {
      const spans = find(reading, alias);
      const isName =
        spans &&
        reading.mentions.some(
          mention =>
            mention.strength === 'exact' && overlaps(mention, spans[0]),
        );
      if (spans && !isName) {
        if (!ANYTHING.has(alias)) {
          return { value: name, spans };
        }
        if (alias !== 'app' && alias !== 'application') {
          weak ??= { value: name, spans };
        }
      }
    }
  }
  const picture = image(reading, wanted);
  if (picture) {
    return { value: 'web', spans: picture.spans };
  }
  return wanted.asked ? weak : undefined;
};
