/**
 * The words of a yes, of a no and of courtesy. Yes and no are read here and
 * nowhere else: a message that isn't plainly one of them is neither.
 */
const YES =
  /^(?:yes|yeah|yep|yup|yea|ya|ye|jup|aye|sure(?: thing)?|ok(?:ay|ey)?|okey dokey|alright|all right|fine(?: (?:by|with|for) me)?|perfect|absolutely|definitely|certainly|of course|correct|exactly|indeed|agreed|i agree|i confirm|confirm(?:ed)?|go(?: ahead| for it)?|do (?:it|that|so)|please do(?: it| so| that)?|let'?s (?:go|do it|do that)|make it so|make it happen|proceed|continue|ship it|create it|deploy it|build it|set it up|looks? (?:good|great|fine|perfect|right|ok(?:ay)?)(?: to me)?|lgtm|(?:that )?sounds? (?:good|great|fine|perfect|right|ok(?:ay)?)(?: to me)?|that(?:'s| is) (?:fine|good|great|perfect|right|ok(?:ay)?|correct)|that works(?: for me)?|works for me|i'?m (?:happy|fine|ok(?:ay)?) with (?:it|that|this)|y|k|kk|okie|\u{1f44d}\u{fe0f}?)(?![\p{L}\p{N}'-])/u;
const NO =
  /^(?:no(?:pe)?|nah|nay|n|no way|no thanks?|no thank you|stop(?: it| that)?|cancel(?: (?:it|that|this|everything|the plan|this plan))?|abort(?: (?:it|that))?|never ?mind|forget (?:it|that|about it|about that)|not now|not yet|leave it(?: be)?|let it be|(?:i'?d )?rather not|(?:i )?changed my mind|dismiss(?: it)?|discard(?: it| that)?|scrap (?:it|that)|don'?t(?: (?:do|create|deploy|build|make|want) (?:it|that|this|anything))?|do not(?: (?:do|create|deploy|build|make) (?:it|that|this))?|i (?:don'?t|do not) (?:want|agree|like)(?: (?:to|it|that|this))?)(?![\p{L}\p{N}'-])/u;
const FILLER =
  /^(?:please|pls|plz|thanks?(?: you)?(?: very much| a lot| so much)?|thx|then|now|and|well|oh|ah|um|uh|hmm|hm|great|cool|nice|good|lovely|excellent|wonderful|awesome|right|so|with (?:that|it|this)|all of (?:it|that)|for me|for now|after all|anyway|sorry|wait|actually|it|that)(?![\p{L}\p{N}'-])/u;
const BETWEEN = /^[\s,.!;:\u2026-]+/u;

/** A message without the yes or no that it begins with. */
export interface Act {
  act: 'yes' | 'no';
  /** What else it says, in the case it was written in. */
  rest: string;
}

function strip(text: string, pattern: RegExp): string | undefined {
  const match = text.toLowerCase().match(pattern);
  return match ? text.slice(match[0].length).replace(BETWEEN, '') : undefined;
}

function withoutFillers(text: string): string {
  let rest = text.replace(BETWEEN, '');
  for (
    let next = strip(rest, FILLER);
    next !== undefined;
    next = strip(rest, FILLER)
  ) {
    rest = next;
  }
  return rest;
}

/**
 * Reads a yes or a no at the beginning of a message. Undefined where there is
 * none, or where both are ("yes, no, wait"), or where it is asked ("ok?").
 */
export function readAct(text: string): Act | undefined {
  let rest = withoutFillers(text);
  let act: Act['act'] | undefined;
  for (;;) {
    const afterNo = strip(rest, NO);
    const afterYes = afterNo === undefined ? strip(rest, YES) : undefined;
    const found = afterNo === undefined ? afterYes : afterNo;
    if (found === undefined) {
      break;
    }
    const here = afterNo === undefined ? 'yes' : 'no';
    // "don't do it" is one no; a yes after a no is neither.
    if (act && act !== here) {
      return undefined;
    }
    act = here;
    if (/^\?/.test(found)) {
      return undefined;
    }
    rest = withoutFillers(found);
  }
  return (
    act && { act, rest: rest.replace(/^(?:but|only|though)\b[\s,]*/iu, '') }
  );
}

/** True when what follows a yes takes it back or asks something. */
export function castsDoubt(rest: string): boolean {
  return /\?|\b(?:don'?t|do not|not|never|wait|stop|unless|if|first|before|what|why|how|who|when|which)\b/iu.test(
    rest,
  );
}

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|yo|hallo|moin|greetings|good (?:morning|afternoon|evening|day)|morning|evening)(?: there| all| everyone| team| assistant| again| you)*[\s,.!]*)+(?:how are you(?: doing)?(?: today)?|how's it going|what's up|nice to meet you)?[\s?.!]*$/iu;
const THANKS =
  /^(?:(?:ok(?:ay)?|great|cool|nice|perfect|wonderful|awesome|super|good|lovely|brilliant|fine|wow|oh|ah|alright|excellent)[\s,.!]*)*(?:many thanks|thanks?(?: you)?|thank u|thx|ty|tysm|cheers|much appreciated|(?:i )?appreciate it|good (?:job|work)|well done|(?:that|this|it) (?:was|is) (?:very |really |so )?(?:great|helpful|perfect|useful)|that helped)(?:[\s,]+(?:you|a lot|so much|very much|a bunch|a million|again|for (?:the|your|all (?:the|your)) help|for (?:that|everything|this|the info)|mate|man|all|that's (?:all|it|great|perfect|helpful)|(?:that|this|it)(?:'s| was| is) (?:very |really |so |most )*(?:great|helpful|perfect|all|kind|nice|good|useful|lovely|sweet|what i needed|enough)(?: of you)?|you(?:'re| are) (?:great|awesome|the best|very kind|a star|very helpful)|that helped|very helpful|everyone|bye|goodbye|have a (?:nice|good) (?:day|one|evening)))*[\s.!\u{1f64f}\u{1f600}-\u{1f64f}\u{2764}\u{fe0f}:)]*$/iu;

/** A message that only greets, or only thanks. */
export function readCourtesy(text: string): 'greet' | 'thank' | undefined {
  if (GREETING.test(text)) {
    return 'greet';
  }
  return THANKS.test(text) ? 'thank' : undefined;
}
