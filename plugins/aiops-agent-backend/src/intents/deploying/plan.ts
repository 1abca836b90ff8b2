import { InputError } from '@backstage/errors';
import type {
  BlueprintInfo,
  ComposedPart,
  Deployed,
  Environment,
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import {
  actIn,
  claimName,
  given,
  joinParts,
  undoOfCreation,
} from '../drafting';
import { SIZE_FOR_TRAFFIC } from '../sizing';
import { accessWord } from '../wording';
import { accessOf, applicationBlueprint, homeOf } from './choices';
import type { DeployApplicationParams } from './parameters';
import { say, sayAgain } from '../../words';

interface Wanted {
  blueprint: BlueprintInfo;
  name: string;
  access: Deployed['access'];
  traffic: 'low' | 'medium' | 'high';
  home: Pick<Environment, 'name' | 'team' | 'tier'>;
  /** The environment is made with it. */
  isNewHome: boolean;
}

/** @throws InputError when it is planned before everything was asked. */
function settle(
  params: DeployApplicationParams,
  context: IntentContext,
): Wanted {
  const blueprint = applicationBlueprint(params.app, context);
  const found = homeOf(params, context);
  const existing = found === 'new' ? undefined : found;
  const team = existing?.team ?? params.team;
  const access = accessOf(params.access, team);
  const { name, traffic = 'low' } = params;
  if (!blueprint || !found || !name || !team || typeof access !== 'string') {
    throw new InputError(
      say`It is not clear what to deploy, under which name and where, or its environment is gone. Nothing was changed; ask again.`,
    );
  }
  return {
    blueprint,
    name,
    access,
    traffic,
    home: existing ?? { name, team, tier: params.tier ?? 'dev' },
    isNewHome: !existing,
  };
}

/** `A WordPress website and its database` */
function titleOf(blueprint: BlueprintInfo, context: IntentContext): string {
  const roles = blueprint.needs.map(
    name => context.compose.blueprint(name)?.role ?? 'database',
  );
  const needs = [...new Set(roles)].map(
    role => say` and its ${sayAgain(role)}`,
  );
  return `${blueprint.noun}${needs.join('')}`;
}

function compose(
  wanted: Wanted,
  params: DeployApplicationParams,
  context: IntentContext,
): ComposedPart {
  const { blueprint, name, access, traffic, home } = wanted;
  const { size, host, image, port, replicas } = params;
  const environment = { name: home.name, team: home.team, tier: home.tier };
  const place = wanted.isNewHome
    ? [
        context.compose.environment({
          ...environment,
          size: size ?? SIZE_FOR_TRAFFIC[traffic],
        }),
      ]
    : [];
  const application = context.compose.deploy({
    blueprint: blueprint.name,
    name,
    environment,
    size,
    traffic,
    access,
    host,
    image,
    port,
    replicas,
  });
  const joined = joinParts([...place, application]);
  // What was asked for is shown first, the place that it needs after it.
  return { ...joined, links: joinParts([application, ...place]).links };
}

function summaryOf(wanted: Wanted, host: unknown): string {
  const place = wanted.isNewHome ? '' : say` in **${wanted.home.name}**,`;
  const address = host ? say`, at \`${host}\`` : '';
  return say`I'd call it **${wanted.name}**,${place} for **${accessWord(
    wanted.access,
  )}**, sized for **${sayAgain(
    wanted.traffic,
  )} traffic**${address}. Fine, or change something?`;
}

/** The same for whoever reads the request, of any team. */
function outcomeOf(wanted: Wanted, title: string, host: unknown): string {
  const { name, access, home, traffic } = wanted;
  const place = wanted.isNewHome ? '' : say` in **${home.name}**,`;
  const people =
    access === 'team'
      ? say`the team **${home.team}** only`
      : accessWord(access);
  const address = host ? say`, at \`${host}\`` : '';
  return say`${title}, called **${name}**,${place} for ${people}, sized for ${sayAgain(
    traffic,
  )} traffic${address}.`;
}

function fieldsOf(wanted: Wanted, size: unknown): PlanDraft['fields'] {
  return [
    { name: 'name', label: say`Name`, value: wanted.name },
    {
      name: 'access',
      label: say`Who can open it`,
      value: wanted.access,
      options: ['team', 'company', 'public'],
    },
    {
      name: 'traffic',
      label: say`Traffic`,
      value: wanted.traffic,
      options: ['low', 'medium', 'high'],
    },
    {
      name: 'size',
      label: say`Size`,
      value: String(size ?? SIZE_FOR_TRAFFIC[wanted.traffic]),
      options: ['small', 'medium', 'large'],
    },
  ];
}

function actsOf(wanted: Wanted): PlanDraft['acts'] {
  const { home, access, isNewHome } = wanted;
  const deploying = actIn(home, { intent: 'deploy_application', access });
  return isNewHome
    ? [{ ...deploying, intent: 'create_environment', creates: true }, deploying]
    : [deploying];
}

/**
 * The application, and the environment that is made with it.
 *
 * @throws InputError when it is planned before everything was asked, or the
 * composer can't make it so; ConflictError when the name has been taken.
 */
export function planApplication(
  params: DeployApplicationParams,
  context: IntentContext,
): PlanDraft {
  const wanted = settle(params, context);
  const { blueprint, name, access, traffic, home } = wanted;
  claimName(name, context);
  const part = compose(wanted, params, context);
  const { host, size } = part.values;
  const title = titleOf(blueprint, context);
  return {
    title,
    summary: summaryOf(wanted, host),
    outcome: outcomeOf(wanted, title, host),
    team: home.team,
    intents: [
      {
        intent: 'deploy_application',
        params: given({ ...params, team: home.team }),
      },
    ],
    ...part,
    values: {
      ...part.values,
      app: blueprint.name,
      name,
      environment: home.name,
      tier: home.tier,
      access,
      traffic,
    },
    risk: access === 'public' || home.tier === 'prod' ? 'medium' : 'low',
    undo: undoOfCreation(context),
    fields: fieldsOf(wanted, size),
    confirmLabel: say`Yes, create it`,
    acts: actsOf(wanted),
  };
}
