import type { Message } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  LanguageModel,
  RequestingPerson,
  WordingRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import { currentLanguage } from '../words';
import type { Reply } from './dialogue';

/** What a model may word anew of an answer; nothing where there is nothing. */
function taskOf(
  reply: Reply,
): Pick<WordingRequest, 'task' | 'material'> | undefined {
  const findings = (reply.findings ?? []).filter(
    ({ cause }) => cause !== 'healthy' && cause !== 'not-found',
  );
  if (findings.length > 0) {
    return {
      task: 'explain-finding',
      material: [
        ...findings.flatMap(({ summary, evidence }) => [
          { source: 'finding', text: summary },
          ...evidence,
        ]),
        ...(reply.plan
          ? [{ source: 'proposed change', text: reply.plan.summary }]
          : []),
      ],
    };
  }
  return (
    reply.material && { task: 'answer-question', material: reply.material }
  );
}

/**
 * An answer in a model's words, to be shown beside it as plain text and never
 * read again; undefined where there is no model, nothing to word, or no text in
 * time.
 */
export async function explain(
  model: LanguageModel | undefined,
  reply: Reply,
  turn: { text: string; person: RequestingPerson; signal: AbortSignal },
): Promise<Message['explanation']> {
  const task = model && taskOf(reply);
  if (!task) {
    return undefined;
  }
  const text = await model.word(
    {
      ...task,
      question: turn.text,
      language: currentLanguage(),
      level: turn.person.level,
    },
    turn.signal,
  );
  return text === undefined ? undefined : { text, engine: model.name };
}
