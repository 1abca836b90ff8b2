import type {
  Deployed,
  Environment,
  IntentContext,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

/** An environment or a thing in one. */
export type Target =
  | { kind: 'environment'; environment: Environment }
  | { kind: 'thing'; thing: Deployed };

/** What of the platform is looked through. */
export type TargetKind = 'environment' | Deployed['role'];

/** What is deployed in an environment. */
export const THINGS: TargetKind[] = ['application', 'database', 'cache'];

/** All that an intent may be about. */
export const EVERY_KIND: TargetKind[] = ['environment', ...THINGS];

const CATALOG_KINDS = {
  environment: 'system',
  application: 'component',
  database: 'resource',
  cache: 'resource',
} as const;

/** `component:default/marketing-blog` */
export function entityRefOf(kind: TargetKind, name: string): string {
  return `${CATALOG_KINDS[kind]}:default/${name}`;
}

/** The name of a target as the catalog has it. */
export function nameOf(target: Target): string {
  return target.kind === 'environment'
    ? target.environment.name
    : target.thing.name;
}

/** The team that owns a target. */
export function teamOf(target: Target): string {
  return target.kind === 'environment'
    ? target.environment.team
    : target.thing.team;
}

/** What is deployed in an environment. */
export function thingsIn(
  environment: string,
  platform: PlatformSnapshot,
): Deployed[] {
  return platform.deployed.filter(thing => thing.environment === environment);
}

/** All targets of these kinds that the person may see. */
export function targetsOf(
  context: Pick<IntentContext, 'platform'>,
  kinds: TargetKind[] = EVERY_KIND,
): Target[] {
  const environments: Target[] = kinds.includes('environment')
    ? context.platform.environments.map(environment => ({
        kind: 'environment',
        environment,
      }))
    : [];
  const things: Target[] = context.platform.deployed
    .filter(thing => kinds.includes(thing.role))
    .map(thing => ({ kind: 'thing', thing }));
  return [...things, ...environments];
}

/** Those of the targets that one of the person's teams owns. */
export function mine(
  targets: Target[],
  context: Pick<IntentContext, 'person'>,
): Target[] {
  return targets.filter(target =>
    context.person.teams.includes(teamOf(target)),
  );
}

/**
 * True for those whose question about nothing in particular is about all that
 * they may see: admins, and who is in no team.
 */
export function asksAboutAll({
  level,
  teams,
}: IntentContext['person']): boolean {
  return level === 'admin' || teams.length === 0;
}

function titleOf(target: Target): string | undefined {
  return target.kind === 'environment'
    ? target.environment.title
    : target.thing.title;
}

/** The target with this name or title, things before environments. */
export function findTarget(
  said: string,
  context: Pick<IntentContext, 'platform'>,
  kinds: TargetKind[] = EVERY_KIND,
): Target | undefined {
  const name = said.replace(/^[a-z]+:([a-z0-9-]+\/)?/i, '').toLowerCase();
  const targets = targetsOf(context, kinds);
  return (
    targets.find(target => nameOf(target) === name) ??
    targets.find(target => titleOf(target)?.toLowerCase() === name)
  );
}

/**
 * The target that is meant where none was named: the page's entity, else the
 * only one that the person's teams own.
 */
export function impliedTarget(
  context: Pick<IntentContext, 'platform' | 'person' | 'entity'>,
  kinds: TargetKind[] = EVERY_KIND,
): Target | undefined {
  const ofPage = context.entity
    ? targetsOf(context, kinds).find(
        target =>
          entityRefOf(kindOf(target), nameOf(target)) ===
          context.entity?.entityRef.toLowerCase(),
      )
    : undefined;
  if (ofPage) {
    return ofPage;
  }
  const own = mine(targetsOf(context, kinds), context);
  return own.length === 1 ? own[0] : undefined;
}

/** What a target is. */
function kindOf(target: Target): TargetKind {
  return target.kind === 'environment' ? 'environment' : target.thing.role;
}
