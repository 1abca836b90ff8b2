import type { ChosenIntent } from '@aiops-portal/plugin-aiops-agent-node';
import type { Reading } from './types';

const WHY =
  /^(?:(?:but|and|so|oh|hm+),? )?why(?: is (?:that|it)| so| though| exactly| that)?[?!. ]*$/u;
const TROUBLE = /^troubleshoot_/;

/** "Why?" after how an application is: what is wrong with it. */
export function readWhy(
  { lower, spoken: { thing } }: Reading,
  last: ChosenIntent,
): ChosenIntent | undefined {
  if (!WHY.test(lower) || thing?.kind !== 'application') {
    return undefined;
  }
  if (TROUBLE.test(last.intent)) {
    return last;
  }
  return last.intent === 'show_status'
    ? { intent: 'troubleshoot_crash', params: { application: thing.name } }
    : undefined;
}
