import type {
  Feedback,
  LanguageContext,
  Meaning,
  Understood,
  Verdict,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { RatedTurn } from './UnderstoodStore';

/** A turn with what was said and what its author says of the answer. */
export interface TurnRow {
  message_id: string;
  at: string;
  engine: string;
  intent: string | null;
  params: string;
  confidence: number;
  took_ms: number;
  in_dialogue: boolean | number;
  context: string;
  meant_intent: string | null;
  meant_params: string | null;
  text: string;
  verdict: Verdict | null;
  comment: string | null;
}

function feedbackOf({ verdict, comment }: TurnRow): Feedback | undefined {
  return verdict ? { verdict, ...(comment && { comment }) } : undefined;
}

function meaningOf(
  intent: string | null,
  params: string | null,
): Meaning | undefined {
  return intent === null
    ? undefined
    : { intent, params: params === null ? {} : JSON.parse(params) };
}

/** As admins see it: words and parameters only where there is feedback. */
export function understoodFromRow(row: TurnRow): Understood {
  const feedback = feedbackOf(row);
  const meant = meaningOf(row.meant_intent, row.meant_params);
  return {
    messageId: row.message_id,
    at: row.at,
    engine: row.engine,
    intent: row.intent,
    confidence: row.confidence,
    tookMs: row.took_ms,
    inDialogue: Boolean(row.in_dialogue),
    ...(feedback && {
      feedback,
      text: row.text,
      params: JSON.parse(row.params),
      ...(meant && { meant }),
    }),
  };
}

/** A turn with feedback, with all that a label needs. */
export function ratedFromRow(row: TurnRow): RatedTurn {
  const understood = meaningOf(row.intent, row.params);
  const meant = meaningOf(row.meant_intent, row.meant_params);
  return {
    messageId: row.message_id,
    text: row.text,
    at: row.at,
    context: JSON.parse(row.context) as LanguageContext,
    inDialogue: Boolean(row.in_dialogue),
    feedback: feedbackOf(row)!,
    ...(understood && { understood }),
    ...(meant && { meant }),
  };
}
