import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Decision } from '@aiops-portal/plugin-aiops-agent-common';
import {
  MirroredGitRepository,
  parseRemote,
  type Deployed,
  type Directory,
  type Environment,
  type PlanDraft,
  type PlatformSnapshot,
  type RequestingPerson,
  type SecretRequest,
  type SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Knex } from 'knex';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PolicyService } from '../../policy/types';
import { createChanges, type Changes } from '../createChanges';
import { websiteDraft } from './drafts';
import { ManualClock } from './ManualClock';
import { PEOPLE } from './people';
import { TestCluster } from './TestCluster';
import { TestPlans } from './TestPlans';

const COMMITTER = { name: 'Portal', email: 'portal@corp.example.com' };

const ALLOW: Decision = {
  outcome: 'allow',
  reasons: [],
  approvers: [],
  approvalsNeeded: 0,
};

/** Change requests over a real database and a real Git remote. */
export class TestWorld {
  readonly clock = new ManualClock();
  readonly cluster = new TestCluster();
  readonly auditor = mockServices.auditor.mock();
  readonly signals = { publish: jest.fn(async () => {}) };
  readonly notifications = { send: jest.fn(async () => {}) };
  readonly created: SecretRequest[] = [];
  readonly asleep = new Map<string, Deployed['asleep']>();
  readonly repository: MirroredGitRepository;
  readonly plans: TestPlans;
  decision: Decision = ALLOW;
  approverNames = ['Lena', 'Ada'];
  /** Renamed away to take Git down. */
  readonly remote: string;
  private readonly root: string;
  private readonly running = new Set<Changes>();

  constructor(readonly database: Knex) {
    this.root = mkdtempSync(join(tmpdir(), 'changes-'));
    this.remote = join(this.root, 'remote.git');
    this.git(this.root, 'init', '--quiet', '--bare', '-b', 'main', this.remote);
    this.git(this.root, 'clone', '--quiet', this.remote, 'work');
    this.byHand({ 'k8s-manifests/README.md': 'Hello\n' });
    this.repository = new MirroredGitRepository({
      remote: parseRemote({ url: this.remote }),
      branch: 'main',
      directory: join(this.root, 'mirror'),
      committer: COMMITTER,
      logger: mockServices.logger.mock(),
      commitUrl: 'https://git.corp.example.com/{sha}',
      now: () => this.clock.now(),
    });
    this.plans = new TestPlans(
      () => this.repository.head(),
      () => this.clock.now(),
    );
  }

  static async create(database: Knex): Promise<TestWorld> {
    await database.migrate.latest({
      directory: resolvePackagePath(
        '@aiops-portal/plugin-aiops-agent-backend',
        'migrations',
      ),
    });
    return new TestWorld(database);
  }

  /** A backend that will die: its clock stands still, and nobody ends it. */
  dying(): Changes {
    const changes = this.changes(new ManualClock());
    this.running.delete(changes);
    return changes;
  }

  /** A backend of its own over the same database and remote. */
  changes(clock = this.clock): Changes {
    const changes = createChanges({
      database: this.database,
      auditor: this.auditor,
      logger: mockServices.logger.mock(),
      signals: this.signals,
      notifications: this.notifications,
      clock,
      plans: this.plans,
      policy: this.policy,
      directory: this.directory,
      person: async userRef => this.find(userRef),
      repository: this.repository,
      platform: head => this.platform(head),
      cluster: this.cluster,
      secrets: this.secrets,
      adminGroups: ['platform-admins'],
      draftRemoval: async target => ({
        ...websiteDraft(target.name),
        title: `Remove ${target.name}`,
        intents: [{ intent: 'remove', params: { target: target.name } }],
        targets: [
          `${'kind' in target ? target.kind : 'application'}/${target.name}`,
        ],
        edits: [
          {
            path:
              'kind' in target ? target.path : `${target.path}/deployment.yaml`,
          },
        ],
        steps: [],
        secrets: [],
      }),
      changeLink: id => `/requests/${id}`,
    });
    this.running.add(changes);
    return changes;
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map(changes => changes.stop()));
    rmSync(this.root, { recursive: true, force: true });
  }

  git(directory: string, ...args: string[]): string {
    return execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: this.root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@corp.example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@corp.example.com',
      },
    }).trim();
  }

  /** Ada pushes to the repository by hand. */
  byHand(files: Record<string, string>, message = 'By hand'): string {
    const work = join(this.root, 'work');
    if (this.log().length > 0) {
      this.git(work, 'pull', '--quiet', 'origin', 'main');
    }
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    this.git(work, 'add', '--all');
    this.git(work, 'commit', '--quiet', '-m', message);
    this.git(work, 'push', '--quiet', 'origin', 'HEAD:main');
    return this.git(work, 'rev-parse', 'HEAD');
  }

  /** Subjects of the remote's commits, newest first. */
  log(): string[] {
    const refs = this.git(this.remote, 'for-each-ref');
    return refs === ''
      ? []
      : this.git(this.remote, 'log', '--format=%s', 'main').split('\n');
  }

  /** The whole message of the newest commit. */
  message(): string {
    return this.git(this.remote, 'log', '-1', '--format=%B', 'main');
  }

  /** Argo CD has synced the newest commit. */
  synced(): void {
    this.cluster.delivery = {
      revisions: [this.git(this.remote, 'rev-parse', 'main')],
    };
  }

  /** Maya's plan for a website. */
  async plan(name: string, extra: Partial<PlanDraft> = {}) {
    const plan = await this.plans.propose({
      draft: websiteDraft(name, extra),
      person: PEOPLE.maya,
    });
    return { planId: plan.id, hash: plan.hash, person: PEOPLE.maya };
  }

  private find(userRef: string): RequestingPerson {
    const found = Object.values(PEOPLE).find(each => each.userRef === userRef);
    if (!found) {
      throw new NotFoundError(`There is nobody called ${userRef}.`);
    }
    return found;
  }

  private readonly policy: PolicyService = {
    decide: async () => this.decision,
    mayApprove: async approver =>
      this.approverNames.includes(approver.displayName)
        ? { allowed: true }
        : { allowed: false, reason: 'Only leads may approve this.' },
    maySee: () => true,
  };

  private readonly directory: Directory = {
    person: async userRef => this.find(userRef),
    group: async name => {
      const members = Object.values(PEOPLE)
        .filter(each => each.groups.includes(name))
        .map(each => each.userRef);
      const leads = name === 'marketing' ? [PEOPLE.lena.userRef] : [];
      return { name, title: name, leads, members };
    },
    teams: async () => [],
  };

  private readonly secrets: SecretStore = {
    create: async request => {
      this.created.push(request);
      return { created: true };
    },
    keys: async () => ['password'],
    reveal: async () => ({ password: 'x' }),
  };

  private async platform(head: string): Promise<PlatformSnapshot> {
    const files = await this.repository.files(head);
    const deployed = [...files.keys()].flatMap(path => {
      const [, environment, name] =
        /^k8s-manifests\/apps\/([^/]+)\/([^/]+)\/deployment.yaml$/.exec(path) ??
        [];
      return name ? [this.thing(environment, name)] : [];
    });
    const environments: Environment[] = [];
    return { head, files, environments, deployed, problems: [] };
  }

  private thing(environment: string, name: string): Deployed {
    return {
      role: 'application',
      name,
      instance: name,
      environment,
      team: 'marketing',
      access: 'team',
      hosts: [],
      uses: [],
      workloads: [],
      volumes: [],
      secrets: [],
      asleep: this.asleep.get(name),
      path: `k8s-manifests/apps/${environment}/${name}`,
    };
  }
}
