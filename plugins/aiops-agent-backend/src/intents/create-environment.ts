import { InputError } from '@backstage/errors';
import {
  defineIntent,
  type Composer,
  type Environment,
  type IntentContext,
  type Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { checkName } from '../planning/names';
import { createEnvironmentPhrases } from './create-environment.phrases';
import {
  actIn,
  askForAnotherName,
  claimName,
  given,
  joinParts,
  undoOfCreation,
} from './drafting';
import { chooseTeam } from './finding';
import { freeName, isFree } from './naming';
import { SIZE_FOR_TRAFFIC } from './sizing';
import { durationWord, engineWord, tierWord, together } from './wording';
import { say } from '../words';

const parameters = z.object({
  name: z.string().optional().describe('What it is called'),
  team: z.string().optional().describe('The team that owns and pays for it'),
  tier: z.enum(['dev', 'test', 'staging', 'prod']).optional(),
  services: z
    .array(z.string())
    .max(6)
    .optional()
    .describe('Databases and caches that it begins with'),
  size: z.enum(['small', 'medium', 'large']).optional(),
  traffic: z.enum(['low', 'medium', 'high']).optional(),
  ttl: z.string().max(20).optional().describe('ISO 8601 duration'),
});

/** What an environment that is not for production begins with. */
const USUAL_SERVICES = ['postgresql', 'redis'];

function askForTier(): Question {
  return {
    parameter: 'tier',
    text: say`Is it for development, for testing, for staging or for production?`,
    choices: [
      { value: 'dev', label: say`Development` },
      { value: 'test', label: say`Testing` },
      { value: 'staging', label: say`Staging` },
      { value: 'prod', label: say`Production` },
    ],
  };
}

function usualServices(tier: string, compose: Composer): string[] {
  return tier === 'prod'
    ? []
    : USUAL_SERVICES.filter(engine => compose.blueprint(engine));
}

/** Services that nobody offers here; they are asked for again. */
function unknownServices(services: string[], compose: Composer): string[] {
  return services.filter(service => {
    const role = compose.blueprint(service)?.role;
    return role !== 'database' && role !== 'cache';
  });
}

function askForServices(unknown: string[], compose: Composer): Question {
  const offered = [
    ...compose.blueprints('database'),
    ...compose.blueprints('cache'),
  ];
  return {
    parameter: 'services',
    text: say`I can't set up ${together(
      unknown.map(service => `"${service.slice(0, 30)}"`),
    )} here. Which of ${together(
      offered.map(({ title }) => title),
    )} should it begin with?`,
    choices: offered.map(({ name, title }) => ({ value: name, label: title })),
  };
}

/** The services by their blueprints' names, sorted, each once. */
function tidyServices(services: string[], compose: Composer): string[] {
  return [
    ...new Set(services.map(name => compose.blueprint(name)?.name ?? name)),
  ].sort();
}

interface Wanted {
  name: string;
  team: string;
  tier: Environment['tier'];
  services: string[];
}

/** @throws InputError when it is planned before everything was asked. */
function required(params: z.infer<typeof parameters>): Wanted {
  const { name, team, tier, services = [] } = params;
  if (!name || !team || !tier) {
    throw new InputError(
      say`An environment needs a name, a team and what it is for. Nothing was changed.`,
    );
  }
  return { name, team, tier, services };
}

/** `**shop-dev**, a development environment for **shop**, …` */
function described(wanted: Wanted, holds: string[], host: string): string {
  const inside =
    holds.length > 0
      ? say`with ${together(holds)}, monitoring and passwords kept in the vault`
      : say`with monitoring`;
  return say`**${wanted.name}**, a ${tierWord(wanted.tier)} environment for **${
    wanted.team
  }**, ${inside}, reachable at \`${host}\`.`;
}

function summaryOf(what: string, ttl?: string): string {
  const kept = ttl
    ? say` You need it for ${durationWord(
        ttl,
      )}: it stays until you ask me to remove it.`
    : '';
  return say`I'd make ${what}${kept} Fine, or change something?`;
}

/** `marketing-dev-db`; with the engine where there are several of a role. */
function serviceNames(
  environment: string,
  services: string[],
  context: IntentContext,
): Array<{ blueprint: string; name: string }> {
  const infos = services.map(service => ({
    service,
    info: context.compose.blueprint(service),
  }));
  return infos.map(({ service, info }) => {
    const alone =
      infos.filter(other => other.info?.role === info?.role).length === 1;
    const short = info?.role === 'cache' ? 'cache' : 'db';
    const name = `${environment}-${alone ? short : info?.name ?? service}`;
    return { blueprint: info?.name ?? service, name: freeName(name, context) };
  });
}

/** A place for a team's applications, with what they usually need. */
export const createEnvironment = defineIntent({
  name: 'create_environment',
  title: 'Create an environment',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: createEnvironmentPhrases,

  async prepare(params, context) {
    const missing: Question[] = [];
    const next = { ...params };
    const choice = await chooseTeam(params.team, context);
    if ('question' in choice) {
      missing.push(choice.question);
    }
    next.team = 'team' in choice ? choice.team : undefined;
    if (!next.tier) {
      missing.push(askForTier());
    }
    if (
      next.name !== undefined &&
      !isFree(checkName(next.name, 'environment'), context)
    ) {
      missing.push(askForAnotherName(next.name, context));
      next.name = undefined;
    } else if (!next.name && next.team && next.tier) {
      next.name = freeName(`${next.team}-${next.tier}`, context);
    }
    const unknown = unknownServices(next.services ?? [], context.compose);
    if (unknown.length > 0) {
      missing.push(askForServices(unknown, context.compose));
      next.services = undefined;
    } else if (!next.services && next.tier) {
      next.services = usualServices(next.tier, context.compose);
    } else if (next.services) {
      next.services = tidyServices(next.services, context.compose);
    }
    if (next.ttl) {
      durationWord(next.ttl);
    }
    return { params: next, missing };
  },

  async plan(params, context) {
    const wanted = required(params);
    const { name, team, tier, services } = wanted;
    claimName(name, context);
    const size =
      params.size ?? (params.traffic && SIZE_FOR_TRAFFIC[params.traffic]);
    const { compose } = context;
    const named = serviceNames(name, services, context);
    const part = joinParts([
      compose.environment({ name, team, tier, size, address: true }),
      ...named.map(service =>
        compose.deploy({
          ...service,
          environment: { name, team, tier },
          size,
        }),
      ),
    ]);
    const host = String(part.values.host);
    const holds = services.map(
      service => compose.blueprint(service)?.title ?? engineWord(service),
    );
    const what = described(wanted, holds, host);
    return {
      title: say`A ${tierWord(tier)} environment for ${team}`,
      summary: summaryOf(what, params.ttl),
      outcome: what,
      team,
      intents: [
        {
          intent: 'create_environment',
          params: given({ ...params, name, team, tier, services }),
        },
      ],
      ...part,
      values: {
        ...part.values,
        environment: name,
        team,
        tier,
        services: services.join(','),
      },
      risk: tier === 'prod' ? 'medium' : 'low',
      undo: undoOfCreation(context),
      fields: [
        { name: 'name', label: say`Name`, value: name },
        {
          name: 'tier',
          label: say`What for`,
          value: tier,
          options: ['dev', 'test', 'staging', 'prod'],
        },
        {
          name: 'services',
          label: say`Begins with`,
          value: services.join(', '),
        },
        {
          name: 'size',
          label: say`Size`,
          value: size ?? 'small',
          options: ['small', 'medium', 'large'],
        },
      ],
      confirmLabel: say`Yes, create it`,
      acts: [
        actIn(
          { name, team, tier },
          { intent: 'create_environment', creates: true },
        ),
      ],
    };
  },
});
