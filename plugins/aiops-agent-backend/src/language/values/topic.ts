import { kebabCase } from '../text';
import type { Extractor } from '../types';

const LEADS = [
  /^(?:(?:can|could|would) (?:you|someone) (?:please )?)?(?:tell|show|teach|explain to) (?:me|us) (?:about |how (?:to |i can |we can |do i )?)?/u,
  /^(?:please )?(?:explain|describe)(?: to me| to us)? (?:how (?:to |i |we )?|what (?:is |are )?)?/u,
  /^(?:please )?how (?:do|can|could|would|should|might|shall) (?:i|we|you|one|someone)(?: go about| best)? /u,
  /^how to /u,
  /^how (?:do|does|did) (?:one |people |someone |anyone )?/u,
  /^what(?:'s| is| are| does| do)(?: the meaning of)? /u,
  /^(?:i need |can i get |can you |give me |some )*help(?: me)?(?: (?:with|on|about|to))? /u,
  /^(?:i don't know|i'd like to know|i want to know|not sure) how (?:to |i )?/u,
  /^(?:is there |where is |where's )?(?:any |the |some )?(?:docs?|documentation|a guide|guide|manual)(?: (?:on|about|for|to))? /u,
];
const FILLER =
  /\b(?:a|an|the|my|our|some|any|please|pls|here|this|new|own|exactly|in this portal)\b/gu;
const TRAILING =
  /\b(?:is|are|works?|mean|means|for|do|happen|happens|thing|things)$/u;
const NOTHING =
  /^(?:|you|you-.*|i|i-ask(?:-you)?|i-do.*|do|options|commands.*|can-.*|examples?|this|it|that|me|us|able.*|get-started|started|start|begin|use|happens?.*|first)$/;

const VERBS = [
  'deploy',
  'creat',
  'restart',
  'scal',
  'delet',
  'restor',
  'add',
  'mak',
  'request',
  'approv',
  'updat',
  'resiz',
  'mov',
  'renam',
  'chang',
  'shar',
  'invit',
  'read',
  'hibernat',
  'expos',
  'rollback',
  'schedul',
  'build',
  'install',
  'host',
  'undo',
  'cancel',
  'publish',
  'connect',
  'back',
];
const ING = new RegExp(`^(${VERBS.join('|')})ing\\b`, 'u');

/** "deploying an app" as "deploy an app". */
function plainVerb(words: string): string {
  return words.replace(ING, (_whole, stem: string) =>
    /(?:eat|cal|elet|tor|ak|rov|dat|siz|ov|nam|ang|har|vit|nat|pos|dul)$/.test(
      stem,
    )
      ? `${stem}e`
      : stem,
  );
}

/** What help is wanted with, in kebab-case; absent for help as such. */
export const topic: Extractor = reading => {
  const person = reading.lower.match(
    /\bwho (?:can|could|may|do i|should i|must|has to) (?:help|ask|approve|agree|talk to|contact)\b/u,
  );
  if (person) {
    return {
      value: /approve|agree/u.test(person[0]) ? 'approval' : 'who-can-help',
      spans: [{ start: 0, end: reading.lower.length }],
    };
  }
  const plain = reading.lower
    .replace(
      /^(?:(?:hi|hello|hey|ok|so|well|sorry|please|excuse me|and|pardon|um|now)[,!]? )+/u,
      '',
    )
    .replace(/[?!.]+$/u, '');
  for (const lead of LEADS) {
    const match = plain.match(lead);
    if (match) {
      const rest = plain
        .slice(match[0].length)
        .split(
          /[,;.?]| and (?:what|how|who)\b| (?:with|in|on|through|using|via) (?:you|this|here|the portal|this portal|your help)\b/u,
        )[0]
        .replace(FILLER, ' ')
        .trim()
        .replace(TRAILING, '');
      const value = kebabCase(plainVerb(rest));
      return NOTHING.test(value)
        ? undefined
        : {
            value: value.split('-').slice(0, 5).join('-'),
            spans: [{ start: 0, end: reading.lower.length }],
          };
    }
  }
  return undefined;
};
