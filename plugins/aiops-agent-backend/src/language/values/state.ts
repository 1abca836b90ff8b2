import type { Extractor } from '../types';
import { firstOf } from './match';

/** Which requests are meant; absent for all. */
export const state: Extractor = reading =>
  firstOf<string>(reading, [
    [
      /\b(?:pending|waiting|awaiting|outstanding|unapproved|(?:waits?|hangs?) (?:for|on) (?:my |an? )?(?:ap?proval|agreement|ok|sign[ -]?off)|(?:need(?:s|ing)?|require[sd]?|still needs) (?:my |an? )?(?:approval|approving|ok|sign[ -]?off|yes)|(?:have to|gotta|got to|must|still) (?:still )?(?:approve|sign off|look at)|(?:for|to|on) my (?:approval|ok|sign[ -]?off|review)|on my desk|in my inbox|with me for (?:my )?(?:approval|ok)|sitting with me|to approve|i (?:need to|must|should|have to|can|could) (?:approve|sign off)|sign(?:ing)? off)\b/,
      'awaiting-approval',
    ],
    [
      /\b(?:open|in progress|in flight|under ?way|unfinished|ongoing|active|not (?:yet )?(?:done|finished)|still running|current)\b/,
      'open',
    ],
    [/\b(?:approved|accepted|signed off)\b/, 'approved'],
    [/\b(?:rejected|declined|refused|turned down|denied)\b/, 'rejected'],
    [
      /\b(?:done|finished|completed?|live|went through|succeeded|successful)\b/,
      'done',
    ],
    [
      /\b(?:failed|fail|failing|broken|didn't work|went wrong|unsuccessful)\b/,
      'failed',
    ],
  ]);
