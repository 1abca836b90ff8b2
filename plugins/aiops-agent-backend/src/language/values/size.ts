import { without } from '../blanking';
import type { Extractor, Reading, Said, Span } from '../types';
import { isWrapping } from '../wrapping';
import { blueprintNamed } from './app';
import { enginesSaid } from './engine';
import { overlaps } from '../text';
import { firstOf } from './match';
import { traffic } from './traffic';

const SIZES: Array<[RegExp, string]> = [
  [
    /(?<!\btoo )\b(?:small(?:est|ish|-sized)?|(?<!\ba )little(?= \w)|mini|tiny)\b/,
    'small',
  ],
  [
    /\b(?:medium(?:-sized?)?|mid-?sized?|average-sized?|middle(?:-sized)?)\b/,
    'medium',
  ],
  [
    /(?<!\btoo )\b(?:large(?:-sized)?|larger|largest|big(?:ger|gest)?|huge|xl|beefy)\b/,
    'large',
  ],
];

/** "bigger" says which way, where that can be said. */
const EXACT: typeof SIZES = [
  ...SIZES.slice(0, 2),
  [/\b(?:large|largest|biggest|big|huge|xl|beefy)\b/, 'large'],
];

/** "Cheaper, please": what costs least of what is planned. */
const CHEAPER: typeof SIZES = [
  [
    /\b(?:cheaper|smaller|less expensive|not so (?:expensive|dear|costly))\b/,
    'small',
  ],
];
const ANY = { intent: '', parameters: new Set<string>(), asked: false };

/** What can be small or large in the portal's sense. */
const SIZED =
  /^(?:environments?|envs?|enviroments?|namespaces?|sandbox(?:es)?|playground|apps?|applications?|sites?|websites?|blogs?|wikis?|pages?|shops?|databases?|dbs?|data|caches?|instances?|machines?|vms?|virtual|nodes?|servers?|boxes|box|sizes?|plans?|tiers?|resources?|version|prod|production|dev|development|test|testing|qa|uat|staging|preview|live|demo|deployment|setup|thing|stuff|persistent|volumes?|disks?|load|worker|instead|mode|static|uptime|in-memory|key-value|sql|relational)$/;

/** "a large contract", "our small practice": what is sized is none of ours. */
function isOfOther(reading: Reading, { start, end }: Span): boolean {
  const next = reading.tokens.find(token => token.start >= end);
  const between = next ? reading.lower.slice(end, next.start) : '.';
  const isVery =
    /\b(?:so|become|becoming|grown|getting) (?:very |so |too )*$/u.test(
      reading.lower.slice(0, start),
    );
  return (
    isVery ||
    (next !== undefined &&
      between === ' ' &&
      !SIZED.test(next.text) &&
      !isWrapping(next.text) &&
      !reading.mentions.some(mention => overlaps(mention, next)) &&
      !enginesSaid(reading).some(({ span }) => overlaps(span, next)) &&
      !blueprintNamed(reading)?.spans.some(span => overlaps(span, next)))
  );
}

/** A word for a size which says nothing of traffic. */
const sizeSaid: Extractor = (reading, { parameters }) => {
  const taken = traffic(reading, ANY);
  return firstOf(
    taken ? without(reading, taken.spans) : reading,
    parameters.has('direction') ? EXACT : SIZES,
  );
};

/** `small`, `medium` or `large`, unless the word speaks of something else. */
export const size: Extractor = (reading, wanted): Said | undefined => {
  const isPlan =
    wanted.pending &&
    !wanted.parameters.has('direction') &&
    !/\d/u.test(reading.lower);
  const found =
    firstOf(reading, isPlan ? CHEAPER : []) ?? sizeSaid(reading, wanted);
  return found && !isOfOther(reading, found.spans[0]) ? found : undefined;
};
