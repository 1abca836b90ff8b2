import type { Extractor } from '../types';
import { firstOf } from './match';

const WHO =
  '(?:every ?(?:one|body)|any ?(?:one|body)|all|all (?:the )?(?:people|staff|employees|colleagues|coworkers|of us))';

/** `team`, `company` or `public`. */
export const access: Extractor = reading => {
  const company = firstOf(reading, [
    [
      new RegExp(
        `\\b${WHO} (?:in|at|of|within|inside|across|from) (?:the |our |my )?(?:entire |whole )?(?:company|firm|organi[sz]ation|office|business|work)\\b`,
      ),
      'company',
    ],
    [
      /\b(?:whole|entire|all (?:of )?the|the rest of the) (?:company|firm|organi[sz]ation|office|staff)\b/,
      'company',
    ],
    [
      /\b(?:company|organi[sz]ation|firm)[ -]?(?:wide|only|internal)\b/,
      'company',
    ],
    [/\b(?:all|our|for) (?:employees|staff|colleagues|coworkers)\b/, 'company'],
    [
      /\b(?:internal(?:ly)?(?: only)?|intranet|(?:only|just) (?:for )?(?:the )?company|for the company|visible to the company|access:? company)\b/,
      'company',
    ],
    [/\bnot (?:open to (?:the )?)?public\b/, 'company'],
  ]);
  if (company && !/\bnot (?:open to (?:the )?)?public\b/.test(reading.lower)) {
    return company;
  }
  const team = firstOf(reading, [
    [
      /\b(?:just|only|nobody but|no ?one but) (?:for |to |by |accessible (?:to|by) |visible to )?(?:us|me|ourselves|(?:(?:(?:my|our|the) )?(?:own )?(?:team|group|department|people|colleagues)))\b/,
      'team',
    ],
    [
      /\b(?:(?:my|our|the) )?(?:team|group|department|class|people) (?:members )?only\b|\bonly for (?:my|our|the) (?:team|group|department|class|people)\b|\bteam-only\b|\bonly (?:my|our|the) team\b|\b(?:us|me) only\b/,
      'team',
    ],
    [
      /\b(?:private(?:ly)?|not public|access:? team|restricted to (?:us|(?:my|our|the) team)|team[ -]internal|not (?:for )?(?:everyone|everybody))\b/,
      'team',
    ],
    [
      /\b(?:strictly|exclusively|solely|purely|meant|intended|reserved) (?:for |to )(?:the (?:people|members|folks) (?:in|of|on) )?(?:us|my|our|the)(?: own)?(?: team| group| department)?\b/,
      'team',
    ],
    [
      /\b(?:my|our|the) team (?:can|may|should) (?:see|access|open|reach|use)\b/,
      'team',
    ],
  ]);
  if (team) {
    return team;
  }
  return firstOf(reading, [
    [
      /\b(?:public(?:ly)?|open to (?:all|the world|anyone|everyone|everybody)|the (?:whole )?world|world[ -]?wide|(?:on|from|to) the (?:whole |entire |open )?internet|outside world)\b/,
      'public',
    ],
    [
      new RegExp(
        `\\b(?:for|to|by|let|so|that) (?:just )?(?:every ?(?:one|body)|any ?(?:one|body))\\b(?! (?:in|at|of|else))`,
      ),
      'public',
    ],
    [
      /\b(?:every ?(?:one|body)|any ?(?:one|body)) (?:can|may|should|could|on the (?:internet|web))\b|\bthe (?:whole |entire )?(?:internet|web|world) (?:can|may|should|could)\b/,
      'public',
    ],
    [/\b(?:for|to) (?:our |the )?customers\b/, 'public'],
    [/^(?:every ?(?:one|body)|any ?(?:one|body))[.!]?$/, 'public'],
  ]);
};
