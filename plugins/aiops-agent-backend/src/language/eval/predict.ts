import type { UnderstandingEngine } from '@aiops-portal/plugin-aiops-agent-node';
import { EvaluatedConversation, type TurnState } from './conversation';
import type { LabelledRecord } from './records';

/** What an engine made of one turn. */
export interface PredictedTurn extends TurnState {
  confidence: number;
  /** False where it would have asked back before doing anything. */
  acts: boolean;
  milliseconds: number;
}

/** What an engine made of a record. */
export interface Prediction {
  id: string;
  turns: PredictedTurn[];
}

/** Puts labelled messages to an engine, each conversation from its beginning. */
export async function predict(
  engine: UnderstandingEngine,
  records: LabelledRecord[],
): Promise<Prediction[]> {
  const predictions: Prediction[] = [];
  for (const { id, now, context, turns } of records) {
    const conversation = new EvaluatedConversation(context);
    const predicted: PredictedTurn[] = [];
    for (const { text } of turns) {
      const started = performance.now();
      const understood = await engine.understand({
        text,
        now: new Date(now),
        context,
        ...conversation.before,
      });
      const milliseconds = performance.now() - started;
      if (!understood) {
        throw new Error(`The engine has nothing to say to "${text}"`);
      }
      predicted.push({
        ...conversation.advance(understood),
        confidence: understood.confidence,
        acts: understood.commands.every(({ command }) => command !== 'clarify'),
        milliseconds,
      });
    }
    predictions.push({ id, turns: predicted });
  }
  return predictions;
}

/** A prediction as a line of the file that can be scored elsewhere. */
export function predictionLine(
  { id, turns }: Prediction,
  { single }: LabelledRecord,
): string {
  const states = turns.map(({ intent, params }) => ({ intent, params }));
  return JSON.stringify(single ? { id, ...states[0] } : { id, turns: states });
}
