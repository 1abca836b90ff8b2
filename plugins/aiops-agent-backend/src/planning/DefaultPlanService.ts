import { randomUUID } from 'node:crypto';
import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import {
  ManifestCache,
  type PlanDraft,
  type PlatformSnapshot,
  type RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { PolicyService } from '../policy/types';
import { agreementHash } from './agreement';
import { assessDraft } from './assess';
import type { PlanStore, PlanTaking } from './PlanStore';
import type { DraftAgain, PlanRecord, PlanService } from './types';
import { currentLanguage, LANGUAGES, speaking } from '../words';
import { say } from '../words';

/** How long a plan can be agreed to where nothing is configured, in minutes. */
const DEFAULT_PLAN_MINUTES = 30;

/** What plans are made with. */
export interface PlanServiceOptions {
  store: PlanStore;
  policy: PolicyService;
  /** All of the platform repository at a commit. Default: the newest known. */
  platform(head?: string): Promise<PlatformSnapshot>;
  draftAgain: DraftAgain;
  now(): Date;
  newId?(): string;
  /** How long a plan can be agreed to. Default: 30. */
  planMinutes?: number;
  /** Where the price book can't be read. Default: USD. */
  currency?: string;
  /** Where plans may write. Default: {@link WRITABLE_FOLDERS}. */
  writableFolders?: string[];
}

const notFound = () =>
  new NotFoundError(say`There is no such plan of yours. Nothing was changed.`);

/** What a person reads who agrees to a plan that can't be agreed to. */
function whyNotTaken(plan: Plan, taking: PlanTaking): Error {
  const again = say`Ask again, and I make a new one. Nothing was changed.`;
  if (plan.requester !== taking.userRef) {
    return notFound();
  }
  switch (plan.state) {
    case 'confirmed':
      return new ConflictError(
        say`You have agreed to this already: it is ${plan.changeId}. It isn't done a second time.`,
      );
    case 'dismissed':
      return new ConflictError(say`You have put this plan aside. ${again}`);
    case 'replaced':
      return new ConflictError(
        say`A newer plan has taken the place of this one. Agree to that one. Nothing was changed.`,
      );
    default:
      return Date.parse(plan.expiresAt) <= taking.now.getTime()
        ? new ConflictError(say`This plan is too old to be agreed to. ${again}`)
        : new ConflictError(
            say`This is not the plan that you were shown. Look at it as it is now, and agree to that. Nothing was changed.`,
          );
  }
}

/** A plan that couldn't be drawn again must not be agreed to. */
function checkDrawable({ intents }: Pick<PlanDraft, 'intents'>) {
  if (intents.length === 0) {
    throw new Error(
      'A plan has to name the intents that draw it, with all of their parameters.',
    );
  }
}

/** Prices, bounds, judges and keeps plans. */
export class DefaultPlanService implements PlanService {
  readonly #cache = new ManifestCache();

  constructor(private readonly options: PlanServiceOptions) {}

  async propose(input: {
    draft: PlanDraft;
    person: RequestingPerson;
    conversationId?: string;
    reason?: string;
    base?: string;
  }): Promise<Plan> {
    const { store, now, newId = randomUUID, planMinutes } = this.options;
    const { draft, person, conversationId } = input;
    const platform = await this.options.platform(input.base);
    const createdAt = now();
    const minutes = planMinutes ?? DEFAULT_PLAN_MINUTES;
    const record = await this.#plan(draft, person, platform, {
      id: newId(),
      conversationId,
      createdAt: createdAt.toISOString(),
      expiresAt: new Date(createdAt.getTime() + minutes * 60_000).toISOString(),
    });
    await store.add(record);
    return record.plan;
  }

  async get(id: string, userRef: string): Promise<Plan> {
    const record = await this.options.store.find(id);
    if (!record || record.plan.requester !== userRef) {
      throw notFound();
    }
    return this.#asOfNow(record.plan);
  }

  async record(id: string): Promise<PlanRecord> {
    const record = await this.options.store.find(id);
    if (!record) {
      throw notFound();
    }
    return { ...record, plan: this.#asOfNow(record.plan) };
  }

  async dismiss(id: string, userRef: string): Promise<Plan> {
    const plan = await this.get(id, userRef);
    if (plan.state === 'proposed') {
      await this.options.store.close(id, 'dismissed');
    }
    const after = await this.get(id, userRef);
    if (after.state === 'confirmed') {
      throw new ConflictError(
        say`You have agreed to this already: it is ${after.changeId}. To stop it, cancel that request.`,
      );
    }
    return after;
  }

  async again(
    record: PlanRecord,
    person: RequestingPerson,
  ): Promise<PlanRecord> {
    return speaking(record.language ?? LANGUAGES[0], () =>
      this.#again(record, person),
    );
  }

  async #again(
    record: PlanRecord,
    person: RequestingPerson,
  ): Promise<PlanRecord> {
    const platform = await this.options.platform();
    const { plan } = record;
    const draft = await this.options.draftAgain({
      intents: plan.intents,
      person,
      platform,
    });
    const undoes = draft.undoes ?? record.draft.undoes;
    const next = await this.#plan(
      { ...draft, ...(undoes ? { undoes } : {}) },
      person,
      platform,
      plan,
    );
    return {
      ...next,
      plan: { ...next.plan, state: plan.state, changeId: plan.changeId },
    };
  }

  async take(
    tx: Parameters<PlanStore['take']>[0],
    taking: PlanTaking,
  ): Promise<PlanRecord> {
    const { store } = this.options;
    const taken = await store.take(tx, taking);
    if (taken) {
      return taken;
    }
    const record = await store.findIn(tx, taking.id);
    throw record ? whyNotTaken(record.plan, taking) : notFound();
  }

  async #plan(
    draft: PlanDraft,
    person: RequestingPerson,
    platform: PlatformSnapshot,
    identity: Pick<Plan, 'id' | 'conversationId' | 'createdAt' | 'expiresAt'>,
  ): Promise<PlanRecord> {
    const { policy, now } = this.options;
    checkDrawable(draft);
    const { edits, files, cost, quota } = assessDraft(draft, platform, {
      ...this.options,
      cache: this.#cache,
    });
    this.#cache.rotate();
    const decision = await policy.decide({
      person,
      platform,
      draft,
      cost,
      quota,
      now: now(),
    });
    const plan: Plan = {
      id: identity.id,
      hash: agreementHash(person.userRef, draft, cost),
      state: 'proposed',
      requester: person.userRef,
      team: draft.team,
      ...(identity.conversationId
        ? { conversationId: identity.conversationId }
        : {}),
      title: draft.title,
      summary: draft.summary,
      intents: draft.intents,
      decision,
      cost,
      quota,
      risk: draft.risk,
      ...(draft.undo ? { undo: draft.undo } : {}),
      steps: draft.steps.map(step => step.title),
      files,
      links: draft.links,
      fields: draft.fields,
      confirmLabel: draft.confirmLabel,
      createdAt: identity.createdAt,
      expiresAt: identity.expiresAt,
    };
    return {
      plan,
      base: platform.head,
      edits,
      secrets: draft.secrets,
      steps: draft.steps,
      draft: { ...draft, edits },
      language: currentLanguage(),
    };
  }

  #asOfNow(plan: Plan): Plan {
    const expired =
      plan.state === 'proposed' &&
      Date.parse(plan.expiresAt) <= this.options.now().getTime();
    return expired ? { ...plan, state: 'expired' } : plan;
  }
}
