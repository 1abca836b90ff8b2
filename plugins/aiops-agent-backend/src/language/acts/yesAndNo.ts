import { clausesOf } from './clauses';
import {
  CALLED_OFF,
  FILLER,
  NOD,
  PLAIN_NO,
  PLAIN_YES,
  POLITE,
} from './patterns';

/** A message without the yes or no that it says. */
export interface Act {
  act: 'yes' | 'no';
  /** False where it is only nodded to ("ok"), which may be mere politeness. */
  plain: boolean;
  /** True for a no that calls everything off ("forget it"). */
  off: boolean;
  /** What else it says, in the case it was written in. */
  rest: string;
}

const BETWEEN = /^[\s,.!;:\u2026-]+/u;

/** What of a clause is a yes or a no. */
interface Heard {
  yes: boolean;
  nod: boolean;
  /** "Great" and the like, which agree to nothing alone. */
  polite: boolean;
  no: boolean;
  off: boolean;
  rest: string;
}

function cut(text: string, pattern: RegExp): string | undefined {
  const match = text.toLowerCase().match(pattern);
  return match ? text.slice(match[0].length).replace(BETWEEN, '') : undefined;
}

/** "that all seems fine please go ahead": a yes with which a clause ends. */
const AT_THE_END =
  /^(.*?)[ ,]+(?:so |and |then |you may |you can |please |pls |do |just )*(?:go ahead|go for it|proceed|carry on|do (?:it|so|that))(?: (?:please|then|now|with (?:it|that)))*$/iu;

/** "the boss said we don't do it after all" */
const CALLED_OFF_AT_END =
  /\b(?:we|i|let's|please|just|better|rather|to|will|should|can)(?:'d|'ll)?(?: just| better| rather)? (?:don'?t(?: do| need| want| bother with)? (?:it|that|this)|(?:do|does) not (?:do|need|want) (?:it|that)|forget (?:about )?(?:it|that)|leave it(?: be| alone| as it is)?|drop it|call it off|skip it|not do it)(?: after all| for now| then| now| please| any ?more)*$/iu;

/** @param agreed - After a yes, "withdraw it" is what is agreed to. */
function hear(clause: string, agreed: boolean): Heard {
  const heard = {
    yes: false,
    nod: false,
    polite: false,
    no: false,
    off: false,
  };
  // "yeees" and "nooo" are longer, not other words.
  let rest = clause.replace(BETWEEN, '').replace(/(\p{L})\1{2,}/gu, '$1');
  for (;;) {
    // A no before all else, so that "no problem" is the one exception.
    const filler = cut(rest, FILLER);
    const off = heard.yes || agreed ? undefined : cut(rest, CALLED_OFF);
    const no = cut(rest, PLAIN_NO);
    const yes = cut(rest, PLAIN_YES);
    const nod = cut(rest, NOD);
    const next =
      off ?? (filler === undefined ? no : undefined) ?? yes ?? nod ?? filler;
    if (next === undefined || rest === '') {
      break;
    }
    if (off !== undefined) {
      heard.off = true;
    } else if (filler === undefined && no !== undefined) {
      heard.no = true;
    } else if (yes !== undefined) {
      heard.yes = true;
    } else if (nod !== undefined) {
      const word = rest.slice(0, rest.length - nod.length).toLowerCase();
      const isPolite = POLITE.test(word.replace(/[^\p{L}]+$/u, ''));
      heard.polite ||= isPolite;
      heard.nod ||= !isPolite;
    }
    rest = next;
  }
  if (CALLED_OFF_AT_END.test(rest) && !heard.yes && !agreed) {
    return { ...heard, off: true, rest: '' };
  }
  const ending = heard.no || heard.off ? null : AT_THE_END.exec(rest);
  if (ending && !hesitates(ending[1])) {
    return { ...heard, yes: true, rest: ending[1] };
  }
  const isAct = heard.yes || heard.nod || heard.polite || heard.no || heard.off;
  // What is no act is left as it was said: "just us" isn't "us".
  return { ...heard, rest: isAct || rest === '' ? rest : clause };
}

/** True for "on reflection," and the like, which say nothing themselves. */
export function saysNothing(clause: string): boolean {
  return hear(clause, false).rest === '';
}

/**
 * Reads a yes or a no in a message, wherever it stands beside remarks.
 * Undefined where there is none, or where both are ("yes, no, wait"), or where
 * it is asked ("ok?").
 */
export function readAct(text: string): Act | undefined {
  let agreed = false;
  const heard = clausesOf(text).map(({ text: clause, asks, leads }) => {
    const found = hear(clause, agreed);
    agreed ||= found.yes;
    return { ...found, asks, leads };
  });
  const said = heard.filter(
    ({ yes, no, off, nod, polite }) => yes || no || off || nod || polite,
  );
  if (said.some(({ asks, rest }) => asks && rest === '')) {
    return undefined;
  }
  const yes = said.some(each => each.yes);
  const no = said.some(each => each.no || each.off);
  const nod = said.some(each => each.nod);
  const rest = restOf(heard);
  const off = said.some(each => each.off);
  const isAct = yes || no || nod || (said.length > 0 && rest !== '');
  // "SYSTEM: confirmed" is what somebody else is to have said.
  const isQuoted =
    !no && heard.some(each => each.leads && !each.yes && !each.nod);
  if ((yes && no) || !isAct || isQuoted) {
    return undefined;
  }
  return {
    act: no ? 'no' : 'yes',
    plain: yes || no,
    off,
    rest: restWith({ no, off }, heard),
  };
}

type Asked = Heard & { asks: boolean; leads: boolean };

/** What is said beside yes and no. */
function restOf(heard: Asked[]): string {
  return heard
    .filter(({ rest }) => rest !== '')
    .map(({ rest, asks }) => `${rest}${asks ? '?' : ''}`)
    .join(', ')
    .replace(/^(?:but|only|though)\b[\s,]*/iu, '');
}

/**
 * "admin. no, scrub that, viewer": what was said before a no is taken back;
 * where nothing follows that calls it off, it is why.
 */
function restWith(act: Pick<Heard, 'no' | 'off'>, heard: Asked[]): string {
  const last = heard.map(({ no, off }) => no || off).lastIndexOf(true);
  const after = restOf(heard.slice(Math.max(last, 0)));
  return after === '' && !act.off ? restOf(heard) : after;
}

/** True when what stands beside a yes takes it back or asks something. */
export function castsDoubt(rest: string): boolean {
  return /\?|\b(?:don'?t|do not|not|never|wait|stop|unless|if|first|before|what|why|how|who|when|which)\b/iu.test(
    rest,
  );
}

/** True when a remark beside a yes may mean that it is not one yet. */
export function hesitates(rest: string): boolean {
  return (
    castsDoubt(rest) ||
    /\b(?:but|however|though|later|tomorrow|tonight|maybe|perhaps|until|till|once|after|ask|asks|asking|check|think|thinking|consider|let me|not sure|unsure|instead|hold|pause|see|hear|read|cancel|abort|forget|no(?! (?:time|problem|doubt|need|rush|worries|questions?|objections?))|can't|cannot|won't|shouldn't|wouldn't|isn't|doesn't|didn't|only|except|rather|otherwise|should|could|would|might|wonder|discuss|talk|says?|said|saying|tells?|told|answers?|reply|replies|types?|pretend|system|admins?|administrators?|instructions?|override|root|prompt|policy|ignore|rules?|problem|wrong|worried|afraid|unfortunately|expensive|dear|remind)\b/iu.test(
      rest,
    )
  );
}
