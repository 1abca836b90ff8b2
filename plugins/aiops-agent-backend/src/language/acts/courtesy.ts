import { clausesOf } from './clauses';

const GREETING =
  /^(?:(?:hi+|hello|hey+|salaa?m|habari|jambo|bore da|kia ora|sawubona|namaskar|salaam|shalom|sveiki|dobr[ýyi] (?:den|dzień|dan)|howya|hullo|ey up|oi|buongiorno|buon giorno|guten (?:morgen|tag|abend)|bom dia|boa tarde|god (?:morgon|dag)|hej|hei|ahoj|merhaba|buenos d[ií]as|buenas(?: tardes)?|hiya|howdy|yo+|gr(?:ü|ue)(?:ß|ss) (?:gott|dich|euch)|gr(?:ü|ue)zi|sup|what's up|whats up|wassup|hallo|moin|servus|hola|bonjour|ciao|namaste|greetings|salut|g'?day|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|top of the morning)(?![\p{L}\p{N}'-]))/iu;
const THANKS =
  /\b(?:many thanks|thanks?(?: you| u)?|thankyou|thx|thnx|thanx|ty|tyvm|tysm|ta|cheers|merci|gracias|danke|grazie|dzięki|dzieki|much (?:appreciated|obliged)|appreciate(?:d)? (?:it|that|your help|the help)|(?:i |we )?(?:really |do )*appreciate it|i(?:'m| am) (?:very |so |most )?grateful|(?:good ?)?bye|see (?:you|ya)|good (?:job|work|bot)|well done|nice work|great work)(?![\p{L}\p{N}'-])/iu;
/** Praise that is as good as thanks. */
const PRAISE =
  /^(?:(?:(?:that|this|it)(?:'s| is| was|s)?|you(?:'re| are|'ve been| have been)?) )?(?:(?:very|really|so|most|just|all|a|an|such|the|super|extremely|exactly|that's) )*(?:great|helpful|perfect|useful|lifesaver|star|legend|what i (?:needed|wanted)|brilliant|amazing|kind|lovely|the best|all i (?:needed|wanted)|all(?: for (?:now|today))?|it(?: for (?:now|today))?|helped(?: me)?(?: a lot)?)(?: (?:for (?:now|today)|then|help|of you|indeed))?$/iu;
/** What stands around courtesy. */
const AROUND =
  /\b(?:how are you(?: doing)?(?: today)?|how's it going|how is it going|(?:i )?(?:do )?hope (?:you(?:'re| are)|everyone is|all is)(?: all)?(?: doing)? (?:well|fine|good|great)|nice to (?:meet|see) you|hope (?:you(?:'re| are)|all is) well|to (?:you|all)|there|all|anyone|anybody|god|bless|may|everyone|everybody|team|assistant|bot|again|you|partner|friend|folks|mate|man|my|dear|sir|today|very|much|so|ever|kindly|indeed|anyway|though|for|the|your|help|that|this|it|everything|info|time|now|then|a|an|lot|ton|tons|bunch|million|heap|and|oh|ah|wow|ok|okay|great|cool|nice|perfect|lovely|brilliant|sweet|super|good|bye|goodbye|have|day|one|evening|weekend|x|xx|lol|haha|phew|well|in advance)\b/giu;

/** What a message says beside a greeting or thanks. */
export interface Courtesy {
  act: 'greet' | 'thank';
  /** Empty where it says nothing else; otherwise a remark, or a wish. */
  rest: string;
}

const plain = (text: string) =>
  text
    .replace(AROUND, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function withoutGreetings(text: string): string {
  const rest = text.trim().replace(GREETING, '');
  return rest === text.trim() ? rest : withoutGreetings(rest);
}

/** Thanks open or close what they belong to; within they are something else. */
function isThanks(text: string): boolean {
  const [before = '', ...after] = text.split(THANKS);
  return (
    after.length > 0 && (plain(before) === '' || plain(after.join(' ')) === '')
  );
}

/** Reads a greeting or thanks; undefined where there is neither. */
export function readCourtesy(text: string): Courtesy | undefined {
  const clauses = clausesOf(text);
  const thanks = clauses.filter(each => isThanks(each.text));
  if (thanks.length > 0) {
    const rest = clauses
      .map(each => each.text.replace(THANKS, ' '))
      .filter(each => plain(each) !== '' && !PRAISE.test(each.trim()))
      .join(', ')
      .trim();
    return { act: 'thank', rest };
  }
  const [first, ...others] = clauses;
  if (first && others.length === 0 && PRAISE.test(first.text)) {
    // "Perfect" alone may be a yes.
    return !first.text.includes(' ') ? undefined : { act: 'thank', rest: '' };
  }
  if (!first || !GREETING.test(first.text)) {
    return undefined;
  }
  const rest = [
    first.text.replace(GREETING, ' '),
    ...others.map(each => (each.asks ? `${each.text}?` : each.text)),
  ]
    .map(each => withoutGreetings(each))
    .filter(each => plain(each) !== '')
    .join(', ')
    .trim();
  return { act: 'greet', rest };
}
