import type { Extraction } from '../extraction';
import type { Reading } from '../types';
import { overlaps } from '../values/match';

/** Words that a change of parameters is wrapped in. */
const WRAPPING = new Set(
  (
    'a an the it its this that these them to in into on onto at for with of and or but also as by is be are i we you us me my our want need would like rather ' +
    'instead actually sorry make use take put set change call name named let please pls plz have give should must could can new one ones size traffic ' +
    'storage environment env team tier access host address copies copy image database db cache engine app site server gb type kind only just no not so then ' +
    'hmm oh well ok okay too better maybe perhaps think switch go add get more than old version lets d ll m re s wait mean meant thing say ' +
    "it's let's i'd i'm i'll that's from about how what yes yeah the same application they there will was were up till until since because right"
  ).split(' '),
);

/** Share of the words that carry meaning which the parameters account for. */
export function coverage(
  reading: Reading,
  { spans }: Pick<Extraction, 'spans'>,
): { share: number; left: number } {
  const content = reading.tokens.filter(
    token =>
      spans.some(span => overlaps(span, token)) || !WRAPPING.has(token.text),
  );
  const left = content.filter(
    token => !spans.some(span => overlaps(span, token)),
  ).length;
  return { share: content.length === 0 ? 0 : 1 - left / content.length, left };
}

/** The message with what its values say blanked. */
export function withoutValues(
  reading: Reading,
  { spans }: Pick<Extraction, 'spans'>,
): string {
  return spans.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    reading.text,
  );
}
