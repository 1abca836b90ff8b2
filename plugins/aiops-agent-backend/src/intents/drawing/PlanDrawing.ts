import {
  readPlatform,
  type ChosenIntent,
  type FileEdit,
  type IntentContext,
  type PlanDraft,
  type PlatformSnapshot,
  type Question,
  type RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { applyEdits } from '../../planning/diff';
import type { IntentContextRequest } from '../context';
import { joinDrafts } from '../drafting';
import type { IntentRegistry } from '../registry';

/** What drawing comes to: a plan of all intents, or what has to be asked. */
export type Drawn = {
  /** As they were said; one that others do better is replaced by those. */
  said: ChosenIntent[];
  /** The same with defaults filled in. */
  prepared: ChosenIntent[];
} & ({ missing: Question[] } | { draft: PlanDraft });

/** Each intent may hand over to others once; more is a circle. */
const MOST_INTENTS = 8;

/**
 * Draws plans: of one intent, or of several after each other, where each sees
 * the platform as those before it leave it. The one place that does.
 */
export class PlanDrawing {
  constructor(
    private readonly deps: {
      registry: Pick<IntentRegistry, 'get'>;
      context(request: IntentContextRequest): Promise<IntentContext>;
    },
  ) {}

  /**
   * From what was said: fills in what is known, asks, or draws.
   *
   * @param platform - All of it at the context's commit, seen or not.
   * @throws what the intents throw: InputError and its like, with a sentence.
   */
  async draw(
    said: ChosenIntent[],
    context: IntentContext,
    platform: () => Promise<PlatformSnapshot>,
  ): Promise<Drawn> {
    const here = this.#upon(context, platform);
    const drawn: Drawn = { said: [], prepared: [], missing: [] };
    const drafts: PlanDraft[] = [];
    const waiting = [...said];
    for (let turn = 0; waiting.length > 0; turn++) {
      if (turn === MOST_INTENTS) {
        throw new Error(`A plan of ${said[0].intent} never comes to an end.`);
      }
      const next = waiting.shift()!;
      const { parameters, prepare } = this.deps.registry.get(next.intent);
      const given = parameters.parse(next.params);
      const { params, missing, instead } = prepare
        ? await prepare(given, here.context)
        : { params: given, missing: [], instead: undefined };
      if (instead) {
        waiting.unshift(...instead);
        continue;
      }
      drawn.said.push(next);
      drawn.prepared.push({ intent: next.intent, params });
      if (missing.length > 0) {
        // What comes after it is filled in once it is known.
        drawn.said.push(...waiting);
        drawn.prepared.push(...waiting);
        return { ...drawn, missing };
      }
      drafts.push(await this.#plan(next.intent, params, here.context));
      if (waiting.length > 0) {
        await here.apply(drafts.at(-1)!.edits);
      }
    }
    return {
      said: drawn.said,
      prepared: drawn.prepared,
      draft: joinDrafts(drafts),
    };
  }

  /** The plan of intents whose parameters are complete, upon a commit. */
  async again(input: {
    intents: ChosenIntent[];
    person: RequestingPerson;
    platform: PlatformSnapshot;
  }): Promise<PlanDraft> {
    const { intents, person, platform } = input;
    const here = this.#upon(
      await this.deps.context({ person, platform }),
      async () => platform,
    );
    const drafts: PlanDraft[] = [];
    for (const { intent, params } of intents) {
      if (drafts.length > 0) {
        await here.apply(drafts.at(-1)!.edits);
      }
      drafts.push(await this.#plan(intent, params, here.context));
    }
    return joinDrafts(drafts);
  }

  async #plan(
    name: string,
    params: Record<string, unknown>,
    context: IntentContext,
  ): Promise<PlanDraft> {
    const { plan, parameters } = this.deps.registry.get(name);
    if (!plan) {
      throw new Error(`The intent ${name} changes nothing.`);
    }
    return plan(parameters.parse(params), context);
  }

  /** A context that moves along with edits. */
  #upon(context: IntentContext, platform: () => Promise<PlatformSnapshot>) {
    let edits: FileEdit[] = [];
    const here = {
      context,
      apply: async (more: FileEdit[]) => {
        edits = [...edits, ...more];
        const { files, head } = await platform();
        here.context = await this.deps.context({
          person: context.person,
          entityRef: context.entity?.entityRef,
          platform: readPlatform(applyEdits(files, edits), head),
        });
      },
    };
    return here;
  }
}
