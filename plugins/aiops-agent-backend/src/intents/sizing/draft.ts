import type {
  ComposedPart,
  Deployed,
  Environment,
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
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
    targets: part.targets,
    values: part.values,
    edits: part.edits,
    secrets: part.secrets,
    steps: part.steps,
    links: [
      ...thing.hosts.slice(0, 1).map(host => ({
        title: thing.title ?? thing.name,
        url: context.runtime.url(host),
      })),
      { title: thing.name, entityRef: entityRefOf(thing.role, thing.name) },
    ],
    acts: [
      {
        intent: chosen.intent,
        environment: home.name,
        team: home.team,
        tier: home.tier,
        creates: false,
        deletes: false,
        access: thing.access,
      },
    ],
  };
}
