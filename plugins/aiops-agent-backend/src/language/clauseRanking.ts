import { clausesOf } from './acts';
import { OUT_OF_SCOPE, type Ranking } from './classifier';

/** From where on a clause may speak for the whole message. */
const SURE = 0.85;
/** Below it the message as a whole says too little. */
const UNSURE = 0.6;
/** Shorter clauses are remarks or leave too much open. */
const FEWEST_WORDS = 3;
/** More clauses would only cost time. */
const MOST_CLAUSES = 6;

/**
 * "Power blipped for a second, are all the nodes still happy?": where a message
 * says nothing as a whole, the clause that does speaks for it.
 *
 * @param rank - Ranks a part of the message.
 */
export function rankClauses(
  text: string,
  whole: Ranking,
  rank: (clause: string) => Ranking,
): Ranking {
  const isClear =
    whole.candidates[0]?.intent !== OUT_OF_SCOPE && whole.confidence >= UNSURE;
  const clauses = isClear ? [] : clausesOf(text).slice(0, MOST_CLAUSES);
  if (clauses.length < 2) {
    return whole;
  }
  const [best] = clauses
    .filter(each => each.text.split(' ').length >= FEWEST_WORDS)
    .map(each => rank(each.text))
    .filter(
      ({ candidates, confidence }) =>
        candidates[0]?.intent !== OUT_OF_SCOPE && confidence >= SURE,
    )
    .sort((a, b) => b.confidence - a.confidence);
  return best ?? whole;
}
