import { editDistance, overlaps, slipsAllowed } from '../text';
import type {
  BlueprintWords,
  Extractor,
  Reading,
  Said,
  Vocabulary,
} from '../types';
import { image } from './image';
import { spanOf } from './match';

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

/** Words for something, ready to be looked for. */
interface Sought {
  pattern: RegExp;
  /** Its first letters; most words aren't in a message, which is quickly seen. */
  begins: string;
}

const sought = new Map<string, Sought>();

/** Compiled once for each of the platform's words. */
function soughtFor(words: string): Sought {
  let found = sought.get(words);
  if (!found) {
    const escaped = words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[ -]/g, '[ -]');
    found = {
      pattern: new RegExp(`(?<![\\w-])${escaped}(?:'s|s|es)?(?![\\w-])`, 'u'),
      begins: words.slice(0, 3),
    };
    sought.set(words, found);
  }
  return found;
}

function find(reading: Reading, words: string): Said['spans'] | undefined {
  const { begins, pattern } = soughtFor(words);
  const match = reading.lower.includes(begins)
    ? reading.lower.match(pattern)
    : null;
  return match ? [spanOf(match)] : undefined;
}

/** What the platform offers, and all names of it that can be misspelt. */
interface Offer {
  applications: BlueprintWords[];
  names: string[];
  misspelt: string[];
}

const offers = new WeakMap<Vocabulary, Offer>();

function offerOf({ vocabulary }: Reading): Offer {
  let found = offers.get(vocabulary);
  if (!found) {
    const applications = vocabulary.blueprints.filter(
      ({ role }) => role === 'application',
    );
    const names = [
      ...new Set([...KNOWN, ...applications].map(({ name }) => name)),
    ];
    const misspelt = names.filter(name => name !== 'ghost' && name !== 'web');
    found = { applications, names, misspelt };
    offers.set(vocabulary, found);
  }
  return found;
}

function misspeltName(reading: Reading, names: string[]): Said | undefined {
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
  const { names, misspelt } = offerOf(reading);
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
  return misspeltName(reading, misspelt);
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
  let weak: Said | undefined;
  for (const { name, aliases } of offerOf(reading).applications) {
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
