import type { RatedTurn } from './UnderstoodStore';

/**
 * Turns as labelled messages, one JSON object a line, in the format that
 * understanding is scored on. The label is what an admin says was meant, else
 * what was understood where the answer helped. Turns without either are left
 * out, and those within a dialogue, whose meaning hangs on what was said
 * before.
 */
export function labelledLines(turns: RatedTurn[]): string {
  return turns
    .flatMap(turn => {
      const { messageId: id, text, at: now, context, feedback } = turn;
      const helped = feedback.verdict === 'up' ? turn.understood : undefined;
      const expect = turn.meant ?? helped;
      return expect && !turn.inDialogue
        ? [`${JSON.stringify({ id, text, now, context, expect })}\n`]
        : [];
    })
    .join('');
}
