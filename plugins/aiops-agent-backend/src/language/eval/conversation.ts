import type {
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  ChosenIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { LabelledRecord } from './records';

/** What must be known before a plan can be made; a list is one of several. */
const NEEDED: Record<string, Array<string | string[]>> = {
  create_environment: ['team', 'tier'],
  delete_environment: ['environment'],
  extend_environment: ['environment', 'ttl'],
  hibernate_environment: ['environment'],
  wake_environment: ['environment'],
  deploy_application: ['app'],
  update_application: ['application', 'version'],
  scale_application: [
    'application',
    ['replicas', 'direction', 'factor', 'add'],
  ],
  resize_application: ['application', ['memory', 'cpu', 'size', 'direction']],
  restart_application: ['application'],
  rollback_application: ['application'],
  delete_application: ['application'],
  expose_application: ['application'],
  deploy_database: ['engine', 'environment'],
  deploy_cache: ['environment'],
  get_credentials: ['target'],
  rotate_credentials: ['target'],
  create_backup: ['target'],
  schedule_backup: ['target', 'schedule'],
  restore_backup: ['target'],
  troubleshoot_crash: ['application'],
  troubleshoot_performance: ['application'],
  show_logs: ['application'],
  request_quota: ['resource', 'amount'],
  set_budget_alert: ['amount'],
  list_permissions: ['target'],
  grant_access: ['subject', 'target'],
  revoke_access: ['subject', 'target'],
  approve_request: ['request'],
  reject_request: ['request'],
  cancel_request: ['request'],
  provision_infrastructure: ['resource'],
  run_playbook: ['playbook'],
};
/** Those of them that answer at once, so that nothing waits afterwards. */
const READING = new Set([
  'get_credentials',
  'troubleshoot_crash',
  'troubleshoot_performance',
  'show_logs',
  'list_permissions',
]);
/** Values of which one takes the place of the others. */
const EXCLUSIVE: Record<string, string[][]> = {
  scale_application: [['replicas', 'direction', 'factor', 'add']],
  resize_application: [
    ['direction', 'memory'],
    ['direction', 'cpu'],
    ['direction', 'size'],
  ],
};

/** Changes that a yes may bring along, since they make nothing worse. */
const HARMLESS: Record<string, (value: unknown) => boolean> = {
  name: () => true,
  access: value => value === 'team',
  traffic: value => value === 'low',
  size: value => value === 'small',
};

/** What a turn came to: what is pending then, or a dialogue act. */
export interface TurnState {
  intent: string;
  params: Record<string, unknown>;
}

/** A yes or no where nothing waits for one. */
const NOTHING: TurnState = { intent: 'out_of_scope', params: {} };

/**
 * A conversation as the portal keeps it, without the portal: what is pending,
 * and what was spoken of last.
 */
export class EvaluatedConversation {
  private pending?: Pending;
  private last?: ChosenIntent;

  constructor(private readonly context: LabelledRecord['context']) {}

  /** What an engine is told beside the text. */
  get before(): Pick<UnderstandInput, 'pending' | 'last'> {
    return {
      ...(this.pending && { pending: this.pending }),
      ...(this.last && { last: this.last }),
    };
  }

  /** Carries out what a message was understood as. */
  advance({ intent, params, commands }: Understanding): TurnState {
    const [first] = commands;
    switch (first?.command) {
      case 'start':
        return this.start(first.intent ?? '', first.params ?? {});
      case 'provide':
      case 'correct':
        return this.pending
          ? this.start(
              this.pending.intent,
              this.merged(this.pending, first.params ?? {}),
            )
          : { intent: intent ?? 'out_of_scope', params };
      case 'confirm':
        return this.pending ? this.agree(params) : NOTHING;
      case 'deny':
      case 'cancel':
        if (!this.pending) {
          return NOTHING;
        }
        this.pending = undefined;
        return { intent: 'deny', params };
      case 'clarify':
        return intent && intent !== 'out_of_scope'
          ? this.start(intent, params)
          : { intent: 'out_of_scope', params: {} };
      default:
        return { intent: first?.command ?? 'out_of_scope', params: {} };
    }
  }

  /**
   * A yes, perhaps with changes: it agrees where nothing can become dearer,
   * wider or riskier by them; else the new plan is shown first.
   */
  private agree(changes: Record<string, unknown>): TurnState {
    const { pending } = this;
    const isHarmless = Object.entries(changes).every(
      ([name, value]) => HARMLESS[name]?.(value) ?? false,
    );
    if (pending && !isHarmless) {
      return this.start(pending.intent, this.merged(pending, changes));
    }
    this.last = pending;
    this.pending = undefined;
    return { intent: 'confirm', params: changes };
  }

  private start(intent: string, params: Record<string, unknown>): TurnState {
    const missing = (NEEDED[intent] ?? [])
      .filter(need => [need].flat().every(name => !this.isKnown(name, params)))
      .map(need => [need].flat()[0]);
    this.last = { intent, params };
    if (NEEDED[intent] && (missing.length > 0 || !READING.has(intent))) {
      this.pending = { intent, params, missing, plan: missing.length === 0 };
    } else if (this.pending?.intent === intent) {
      this.pending = undefined;
    }
    return { intent, params };
  }

  /** True for what is said, and for what can only be one thing. */
  private isKnown(name: string, params: Record<string, unknown>): boolean {
    const lists: Record<string, string[] | undefined> = {
      team: this.context.teams,
      environment: this.context.environments,
      application: this.context.applications,
    };
    return params[name] !== undefined || lists[name]?.length === 1;
  }

  private merged(
    { intent, params: before }: Pending,
    given: Record<string, unknown>,
  ): Record<string, unknown> {
    const replaced = (EXCLUSIVE[intent] ?? [])
      .filter(group => group.some(name => given[name] !== undefined))
      .flat();
    return {
      ...Object.fromEntries(
        Object.entries(before).filter(([name]) => !replaced.includes(name)),
      ),
      ...given,
    };
  }
}
