import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  type Directory,
  type GitRepositoryService,
  type Intent,
  type LanguageModel,
  type PlatformReader,
  type PlatformSnapshot,
  type RequestingPerson,
  type SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Knex } from 'knex';
import { DatabaseAuditTrail } from './audit';
import { createChanges, readChangeLimits } from './changes';
import {
  HttpKubeApi,
  KubernetesClusterReader,
  readClusterConnection,
  type Clock,
} from './cluster';
import {
  DatabaseConversationStore,
  DatabaseUnderstoodStore,
  DefaultConversationService,
  Review,
} from './conversation';
import { createCost } from './cost';
import { diagnose } from './diagnosis';
import {
  CatalogDirectory,
  createAccessReader,
  createApproverNames,
  orNothing,
  PersonResolver,
  readLevelGroups,
} from './identity';
import {
  builtinIntents,
  createIntentContext,
  createUndoRequest,
  forgetBackup,
  IntentPursuit,
  IntentRegistry,
  IntentRunner,
  PlanDrawing,
  removeSleeping,
  suggestionsFor,
  type IntentContextRequest,
} from './intents';
import { createUnderstanding } from './language';
import {
  confirmsWithoutAsking,
  createComposer,
  DatabasePlanStore,
  DefaultPlanService,
} from './planning';
import { CedarPolicyService } from './policy';
import { createQuota } from './quota';
import { DefaultCredentialService, RevealStore } from './secrets';
import type { Settings } from './settings';

/** What the path is built from: Backstage's services and what modules add. */
export interface ServiceDependencies {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  config: RootConfigService;
  database: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  /** The platform repository, read once a commit for the whole backend. */
  reader: PlatformReader;
  repository: GitRepositoryService;
  settings: Settings;
  signals: SignalsService;
  /** Added by modules. */
  intents: Intent[];
  directory?: Directory;
  secretStore?: SecretStore;
  languageModel: () => LanguageModel | undefined;
}

/** Computes something once for each commit that is in use. */
function bySnapshot<T>(make: (platform: PlatformSnapshot) => T) {
  const made = new WeakMap<PlatformSnapshot, T>();
  return (platform: PlatformSnapshot): T => {
    const known = made.get(platform);
    if (known !== undefined) {
      return known;
    }
    const fresh = make(platform);
    made.set(platform, fresh);
    return fresh;
  };
}

/**
 * Builds the path of a message, from its end to its beginning, so that each
 * step is handed those after it. What is called the other way is a function.
 */
export async function createServices(deps: ServiceDependencies) {
  const { auth, catalog, clock, config, database, logger, repository } = deps;
  const { settings, secretStore, reader } = deps;
  const now = () => clock.now();
  const levels = readLevelGroups(config);

  const directory =
    deps.directory ?? new CatalogDirectory({ catalog, auth, clock: now });
  const people = new PersonResolver({ directory, levels });
  const platform = () => reader.snapshot();
  const costAt = bySnapshot(at => createCost(at, settings.currency).forIntents);
  const quotaAt = bySnapshot(createQuota);
  const urlOf = (host: string) =>
    settings.ingressUrl.replaceAll('{host}', host);
  const composerAt = (at: PlatformSnapshot) =>
    createComposer(at, {
      domain: settings.domain,
      now: now(),
      url: urlOf,
      backups: settings.backups,
    });

  const cluster = new KubernetesClusterReader({
    api: new HttpKubeApi(readClusterConnection(config)),
    logger,
    argocdNamespace: settings.argocdNamespace,
    clock,
  });
  const policy = new CedarPolicyService({
    directory,
    adminGroups: levels.admin,
  });

  const registry = new IntentRegistry(
    [...builtinIntents, ...deps.intents],
    [createUndoRequest({ repository }), removeSleeping, forgetBackup],
  );
  const drawing = new PlanDrawing({ registry, context });
  const plans = new DefaultPlanService({
    store: new DatabasePlanStore(database),
    policy,
    platform: head => (head ? reader.snapshotAt(head) : platform()),
    draftAgain: input => drawing.again(input),
    now,
    planMinutes: settings.planMinutes,
    currency: settings.currency,
  });
  const changes = createChanges({
    ...deps,
    plans,
    policy,
    directory,
    person: userRef => people.resolve(userRef),
    platform: head => reader.snapshotAt(head),
    cluster,
    secrets: secretStore,
    adminGroups: levels.admin,
    draftRemoval: (target, person, at) =>
      'removeAfter' in target
        ? draft(forgetBackup.name, { name: target.name }, person, at)
        : draft(
            removeSleeping.name,
            {
              kind: 'role' in target ? target.role : 'environment',
              name: target.name,
            },
            person,
            at,
          ),
    changeLink: id => `/requests/${id}`,
    limits: readChangeLimits(config),
  });

  function context(request: IntentContextRequest) {
    return createIntentContext(
      {
        platform,
        policy,
        cluster,
        diagnose: (thing, deployed) =>
          diagnose({ thing, deployed, source: cluster.source() }),
        cost: costAt,
        quota: quotaAt,
        changes: changes.service,
        composer: composerAt,
        approversOf: createApproverNames({
          directory,
          adminGroups: levels.admin,
        }),
        accessTo: createAccessReader({
          directory,
          policy,
          adminGroups: levels.admin,
        }),
        clock: now,
        domain: settings.domain,
        ingressUrl: settings.ingressUrl,
        keepDays: settings.keepDays,
      },
      request,
    );
  }

  const pursuit = new IntentPursuit({
    registry,
    drawing,
    plans,
    platform: head => reader.snapshotAt(head),
  });

  /** What a single intent would do at a commit. */
  function draft(
    intent: string,
    params: Record<string, unknown>,
    person: RequestingPerson,
    at: PlatformSnapshot,
  ) {
    return drawing.again({
      intents: [{ intent, params }],
      person,
      platform: at,
    });
  }

  const intents = new IntentRunner({ registry, pursuit, context });
  const blueprintsAt = bySnapshot(at => composerAt(at).blueprints());
  let blueprints = blueprintsAt(await platform());
  repository.onHeadChange(async () => {
    blueprints = blueprintsAt(await platform());
  });
  const conversations = new DefaultConversationService({
    store: new DatabaseConversationStore(database),
    understanding: createUnderstanding({
      intents: registry.all(),
      vocabulary: () => ({ blueprints }),
      model: deps.languageModel,
    }),
    intents: registry,
    plans,
    pursuit,
    contextFor: context,
    confirm: input => changes.service.confirm(input),
    confirmsWithoutAsking: async (shown, changed) =>
      confirmsWithoutAsking(
        await plans.record(shown.id),
        await plans.record(changed.id),
      ),
    suggestions: suggestionsFor,
    planById: (id, person) => orNothing(plans.get(id, person.userRef)),
    changeById: (id, person) => orNothing(changes.service.get(id, person)),
    languageModel: deps.languageModel,
    logger,
    clock,
    ids: { next: randomUUID },
  });

  const review = new Review({
    store: new DatabaseUnderstoodStore(database),
    intents: registry,
    adminGroups: levels.admin,
    clock,
    languageModel: deps.languageModel,
  });
  const credentials = new DefaultCredentialService({
    reveals: new RevealStore(database),
    audit: new DatabaseAuditTrail({ database, auditor: deps.auditor, now }),
    store: secretStore,
    platform,
    maySee: (person, environment) => policy.maySee(person, environment),
    now,
  });

  return {
    services: {
      conversations,
      review,
      intents,
      plans,
      changes: changes.service,
      credentials,
    },
    people,
    cluster,
    changes,
    randomId: () => randomUUID() as string,
  };
}
