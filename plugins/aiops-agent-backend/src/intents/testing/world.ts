import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Change, Finding } from '@aiops-portal/plugin-aiops-agent-common';
import {
  readPlatform,
  type Backup,
  type FileEdit,
  type IntentContext,
  type LogLine,
  type Measures,
  type PlanDraft,
  type PlatformSnapshot,
  type RequestingPerson,
  type RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createCost } from '../../cost';
import { createAccessReader, createApproverNames } from '../../identity';
import { createComposer } from '../../planning/composer';
import type { PlanService } from '../../planning/types';
import { CedarPolicyService } from '../../policy';
import { createQuota } from '../../quota';
import { createIntentContext } from '../context';
import { IntentPursuit, PlanDrawing } from '../drawing';
import type { IntentRegistry } from '../registry';
import { IntentRunner } from '../run';
import { directory } from './people';

const GITOPS = resolvePackagePath(
  '@aiops-portal/plugin-aiops-agent-backend',
  '../../gitops',
);
const DOMAIN = 'corp.example.com';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** What is there to be ill, or to be deleted: without it each team has one of a kind, or two. */
const LEFT_OUT =
  /\/(newsletter|marketing-test|shop-trial|image-resizer|order-mailer|product-reviews|recommendations|shop-search)\//;

function shippedFiles(): Map<string, string> {
  return new Map(
    filesUnder(GITOPS)
      .map((path): [string, string] => [
        relative(GITOPS, path).replace(/\\/g, '/'),
        readFileSync(path, 'utf8'),
      ])
      .filter(([path]) => !LEFT_OUT.test(path)),
  );
}

const WELL: RuntimeStatus = {
  health: 'healthy',
  sentence: 'It runs as intended.',
  ready: 1,
  desired: 1,
  restarts: 0,
  problems: [],
};

/** What is done to a change before it is looked at. */
type Touch = Partial<Pick<Change, 'state' | 'can' | 'undoes' | 'undoneBy'>>;

/**
 * The platform repository as it is shipped, read, priced and composed by the
 * real thing; only the cluster and the record of changes are in memory.
 */
export class World {
  now = new Date('2026-11-16T09:30:00Z');
  /** How things are, by name; all else is well. */
  readonly statuses = new Map<string, Partial<RuntimeStatus>>();
  /** What is wrong with things, what they wrote and use, by name. */
  readonly findings = new Map<string, Finding[]>();
  readonly logs = new Map<string, LogLine[]>();
  readonly measures = new Map<string, Measures>();
  readonly changes: Change[] = [];
  /** Undefined where there is no Velero. */
  backups: Backup[] | undefined = [];
  clusterReady = true;
  readonly #policy = new CedarPolicyService({
    directory,
    adminGroups: ['platform-admins'],
  });
  #platform = readPlatform(shippedFiles(), '0'.repeat(40));
  #commits = 0;

  get platform(): PlatformSnapshot {
    return this.#platform;
  }

  /** Commits edits. */
  apply(edits: FileEdit[]): void {
    const files = new Map(this.#platform.files);
    for (const { path, content } of edits) {
      if (content === undefined) {
        files.delete(path);
      } else {
        files.set(path, content);
      }
    }
    this.#commits++;
    this.#platform = readPlatform(
      files,
      String(this.#commits).padStart(40, '0'),
    );
  }

  /** A draft as the live change that it became. */
  live(draft: PlanDraft, person: RequestingPerson, touch: Touch = {}): Change {
    const before = this.#platform.files;
    this.apply(draft.edits);
    const id = `REQ-${1042 + this.changes.length}`;
    const change = {
      id,
      title: draft.title,
      state: 'live',
      stateText: 'Live',
      requester: person.userRef,
      requesterName: person.displayName,
      team: draft.team,
      commit: { sha: this.#platform.head },
      approvals: [],
      links: [],
      can: { cancel: false, undo: true, approve: false },
      undoUntil: '2026-11-23T09:30:00Z',
      undoes: draft.undoes,
      plan: {
        intents: draft.intents,
        files: draft.edits.map(({ path, content }) => ({
          path,
          diff: '',
          action: actionOf(before.has(path), content),
        })),
      },
      ...touch,
    };
    // Intents look at these fields alone.
    this.changes.unshift(change as unknown as Change);
    return this.changes[0];
  }

  /** What this person may use of it. */
  context(
    person: RequestingPerson,
    entityRef?: string,
    at?: PlatformSnapshot,
  ): Promise<IntentContext> {
    const statusOf = (name: string) => ({
      ...WELL,
      ...this.statuses.get(name),
    });
    return createIntentContext(
      {
        platform: async () => this.#platform,
        policy: this.#policy,
        cluster: {
          ready: () => this.clusterReady,
          status: thing => statusOf(thing.name),
          environmentStatus: environment => statusOf(environment.name),
          logs: async thing => this.logs.get(thing.name) ?? [],
          measures: thing => this.measures.get(thing.name),
          backups: () => this.backups,
        },
        diagnose: async thing => this.findings.get(thing.name) ?? [],
        cost: platform => createCost(platform).forIntents,
        quota: createQuota,
        composer: platform =>
          createComposer(platform, { domain: DOMAIN, now: this.now }),
        changes: {
          list: async ({ state, role, below }) =>
            this.changes.filter(
              change =>
                (!below ||
                  change.plan.files.some(({ path }) =>
                    below.some(folder => path.startsWith(`${folder}/`)),
                  )) &&
                (role !== 'requester' || change.requester === person.userRef) &&
                (role !== 'approver' || change.can.approve) &&
                (!state || state === 'open' || change.state === state),
            ),
          get: async id => this.#change(id),
          cancel: async id =>
            Object.assign(this.#change(id), { state: 'cancelled' }),
        },
        approversOf: createApproverNames({
          directory,
          adminGroups: ['platform-admins'],
        }),
        accessTo: createAccessReader({
          directory,
          policy: this.#policy,
          adminGroups: ['platform-admins'],
        }),
        clock: () => this.now,
        domain: DOMAIN,
        ingressUrl: 'https://{host}',
      },
      { person, entityRef, platform: at },
    );
  }

  /** Draws plans upon it. */
  drawing(registry: Pick<IntentRegistry, 'get'>): PlanDrawing {
    return new PlanDrawing({
      registry,
      context: ({ person, entityRef, platform }) =>
        this.context(person, entityRef, platform),
    });
  }

  /** Runs intents in it as the doors do; plans become what is proposed. */
  runner(
    registry: IntentRegistry,
    propose: PlanService['propose'],
  ): IntentRunner {
    return new IntentRunner({
      registry,
      pursuit: new IntentPursuit({
        registry,
        drawing: this.drawing(registry),
        plans: { propose },
        platform: async () => this.#platform,
      }),
      context: ({ person, entityRef }) => this.context(person, entityRef),
    });
  }

  #change(id: string): Change {
    const change = this.changes.find(one => one.id === id);
    if (!change) {
      throw new NotFoundError(`There is no request ${id}.`);
    }
    return change;
  }
}

function actionOf(existed: boolean, content: string | undefined) {
  if (content === undefined) {
    return 'delete' as const;
  }
  return existed ? ('change' as const) : ('add' as const);
}
