import type {
  Detail,
  Item,
  Link,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type Deployed,
  type Environment,
  type IntentContext,
  type RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import {
  askForTarget,
  entityRefOf,
  findTarget,
  impliedTarget,
  mine,
  nameOf,
  targetsOf,
  thingsIn,
} from './finding';
import { showStatusPhrases } from './show-status.phrases';
import {
  bytesWord,
  coresWord,
  counted,
  healthTone,
  sees,
  tierWord,
  together,
} from './wording';

const parameters = z.object({
  target: z
    .string()
    .optional()
    .describe('An application, a database or an environment'),
});

function linksOf(thing: Deployed, context: IntentContext): Link[] {
  return [
    ...thing.hosts.map(host => ({
      title: `Open ${host}`,
      url: context.runtime.url(host),
    })),
    { title: thing.name, entityRef: entityRefOf(thing.role, thing.name) },
  ];
}

/** What developers see of the pods, and admins of Argo CD and Git. */
function detailsOf(
  status: RuntimeStatus,
  path: string,
  context: IntentContext,
): Detail[] {
  const { level } = context.person;
  const details: Detail[] = [];
  if (status.problems.length > 0 && sees(level, 'developer')) {
    details.push({
      title: 'What the cluster says',
      body: status.problems.join('\n'),
      language: 'text',
      level: 'developer',
    });
  }
  if (sees(level, 'admin')) {
    const { delivery } = status;
    const lines = [
      `folder    ${path}`,
      `read at   ${context.platform.head}`,
      ...(delivery
        ? [
            `sync      ${delivery.sync}`,
            `health    ${delivery.health}`,
            `revision  ${delivery.revision ?? 'none'}`,
            ...(delivery.message ? [`message   ${delivery.message}`] : []),
          ]
        : []),
    ];
    details.push({
      title: 'Git and Argo CD',
      body: lines.join('\n'),
      language: 'text',
      level: 'admin',
    });
  }
  return details;
}

function thingItem(thing: Deployed, context: IntentContext): Item {
  const status = context.runtime.status(thing);
  return {
    title: thing.title ?? thing.name,
    subtitle: status.sentence,
    value: context.cost.format(context.cost.ofThing(thing)),
    tone: healthTone(status.health),
    entityRef: entityRefOf(thing.role, thing.name),
  };
}

function thingStatus(thing: Deployed, context: IntentContext): Answer {
  const status = context.runtime.status(thing);
  const { level } = context.person;
  const facts = [
    {
      label: thing.role === 'application' ? 'copies running' : 'running',
      value: `${status.ready} of ${status.desired}`,
      tone: healthTone(status.health),
    },
    { label: 'costs', value: context.cost.format(context.cost.ofThing(thing)) },
  ];
  if (sees(level, 'developer')) {
    facts.push({ label: 'restarts', value: String(status.restarts) });
    if (thing.version) {
      facts.push({ label: 'version', value: thing.version });
    }
    if (status.usage) {
      facts.push({
        label: 'in use',
        value: `${coresWord(status.usage.cpu)}, ${bytesWord(
          status.usage.memory,
        )}`,
      });
    }
  }
  return {
    text: `**${thing.title ?? thing.name}**: ${status.sentence}`,
    facts,
    links: linksOf(thing, context),
    details: detailsOf(status, thing.path, context),
  };
}

function environmentStatus(
  environment: Environment,
  context: IntentContext,
): Answer {
  const status = context.runtime.environmentStatus(environment);
  const things = thingsIn(environment.name, context.platform);
  const content =
    things.length > 0 ? '' : ' Nothing has been deployed in it yet.';
  return {
    text: `**${environment.title ?? environment.name}**, for ${tierWord(
      environment.tier,
    )}: ${status.sentence}${content}`,
    items: things.map(thing => thingItem(thing, context)),
    links: [
      {
        title: environment.name,
        entityRef: entityRefOf('environment', environment.name),
      },
    ],
    details: detailsOf(status, environment.path, context),
  };
}

/** Everything that is the person's, what is ill first. */
function overview(context: IntentContext): Answer {
  const { person, platform, runtime } = context;
  const owned = platform.deployed.filter(({ team }) =>
    person.teams.includes(team),
  );
  const whole = person.level === 'admin' || person.teams.length === 0;
  const things = whole ? platform.deployed : owned;
  if (things.length === 0) {
    return {
      text: 'Nothing of yours is running yet.',
      suggestions: [{ text: 'I need a WordPress site for my team' }],
    };
  }
  const ill = things.filter(thing =>
    ['degraded', 'missing'].includes(runtime.status(thing).health),
  );
  const unknown = things.some(
    thing => runtime.status(thing).health === 'unknown',
  );
  const sorted = [...ill, ...things.filter(thing => !ill.includes(thing))];
  const whose = whole ? '' : ' of yours';
  let text = `All is well: ${counted(things.length, 'thing')}${whose} ${
    things.length === 1 ? 'runs' : 'run'
  } as intended.`;
  if (ill.length > 0) {
    text = `${ill.length} of ${counted(things.length, 'thing')}${whose} ${
      ill.length === 1 ? 'needs' : 'need'
    } attention: ${together(ill.map(({ name }) => `**${name}**`))}.`;
  } else if (unknown) {
    text = `I can't see how all of the ${counted(
      things.length,
      'thing',
    )}${whose} are at the moment.`;
  }
  return { text, items: sorted.map(thing => thingItem(thing, context)) };
}

/** How one thing is, or all that is the person's. */
export const showStatus = defineIntent({
  name: 'show_status',
  title: 'See how things are',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showStatusPhrases,

  async prepare(params, context) {
    if (!params.target) {
      const implied = context.entity && impliedTarget(context);
      return { params: { target: implied && nameOf(implied) }, missing: [] };
    }
    const target = findTarget(params.target, context);
    if (target) {
      return { params: { target: nameOf(target) }, missing: [] };
    }
    const question = askForTarget({
      parameter: 'target',
      text: 'Which one do you mean?',
      said: params.target,
      context,
    });
    return { params: {}, missing: [question] };
  },

  async answer(params, context) {
    if (!params.target) {
      return overview(context);
    }
    const target = findTarget(params.target, context);
    if (!target) {
      const names = mine(targetsOf(context), context).map(nameOf);
      return {
        text: 'There is nothing of that name that I can show you.',
        suggestions: names
          .slice(0, 3)
          .map(name => ({ text: `How is ${name}?` })),
      };
    }
    return target.kind === 'environment'
      ? environmentStatus(target.environment, context)
      : thingStatus(target.thing, context);
  },
});
