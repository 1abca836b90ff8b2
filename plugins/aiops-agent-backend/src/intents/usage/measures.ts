import type { Fact, Tone } from '@aiops-portal/plugin-aiops-agent-common';
import type { Measure, Measures } from '@aiops-portal/plugin-aiops-agent-node';
import { bytesWord, coresWord, shareWord } from '../wording';
import { say } from '../../words';

/** What it may use at most; where nothing bounds it, what is set aside. */
function bound({ limit, requested }: Measure): number | undefined {
  return limit ?? requested;
}

/** The share of the scarcest of processor and memory, from 0 to 1. */
export function share(measures: Measures): number | undefined {
  const shares = [measures.cpu, measures.memory].flatMap(measure => {
    const most = bound(measure);
    return most ? [measure.used / most] : [];
  });
  return shares.length > 0 ? Math.max(...shares) : undefined;
}

/** How worrying a share is. */
export function shareTone(part: number): Tone {
  if (part >= 0.9) {
    return 'danger';
  }
  return part >= 0.75 ? 'warning' : 'positive';
}

/** `45 % of its memory` and the like, as numbers in boxes. */
export function measureFacts(measures: Measures): Fact[] {
  const fact = (
    label: string,
    measure: Measure,
    word: (amount: number) => string,
  ): Fact => {
    const most = bound(measure);
    return most
      ? {
          label: say`${label}: ${word(measure.used)} of ${word(most)}`,
          value: shareWord(measure.used, most),
          tone: shareTone(measure.used / most),
        }
      : { label, value: word(measure.used) };
  };
  return [
    fact(say`processor time`, measures.cpu, coresWord),
    fact(say`memory`, measures.memory, bytesWord),
    ...(measures.storage ? [fact(say`disk`, measures.storage, bytesWord)] : []),
  ];
}
