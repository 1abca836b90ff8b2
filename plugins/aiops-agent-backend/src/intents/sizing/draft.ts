import type {
  ComposedPart,
  Deployed,
  Environment,
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { actIn } from '../drafting';
import { entityRefOf } from '../finding';

/** What a change of a thing that runs says of itself. */
export type ThingWords = Pick<
  PlanDraft,
  | 'title'
  | 'subject'
  | 'summary'
  | 'outcome'
  | 'confirmLabel'
  | 'fields'
  | 'risk'
  | 'undo'
>;

/** A change of a thing that is there and goes on running. */
export function thingDraft(
  chosen: { intent: string; params: Record<string, unknown> },
  { thing, home }: { thing: Deployed; home: Environment },
  part: ComposedPart,
  words: ThingWords,
  context: IntentContext,
): PlanDraft {
  return {
    ...words,
    team: home.team,
    intents: [chosen],
    ...part,
    links: [
      ...thing.hosts.slice(0, 1).map(host => ({
        title: thing.title ?? thing.name,
        url: context.runtime.url(host),
      })),
      { title: thing.name, entityRef: entityRefOf(thing.role, thing.name) },
    ],
    acts: [actIn(home, { intent: chosen.intent, access: thing.access })],
  };
}
