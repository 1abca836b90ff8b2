import type { Detail, Item } from '@aiops-portal/plugin-aiops-agent-common';
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
  asksAboutAll,
  entityRefOf,
  findTarget,
  mine,
  nameOf,
  settleTargetOrAll,
  targetsOf,
  thingsIn,
} from './finding';
import { targetParameter } from './parameters';
import { showStatusPhrases } from './show-status.phrases';
import {
  bytesWord,
  coresWord,
  counted,
  healthTone,
  sees,
  tierWord,
  together,
  verbatim,
} from './wording';
import { linksTo } from './thing';
import { isIll } from './troubleshooting';
import { say } from '../words';

const parameters = z.object({ target: targetParameter });

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
      title: say`What the cluster says`,
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
      title: say`Git and Argo CD`,
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

/** Why it is in trouble, in a sentence; nothing where it isn't. */
async function reasonOf(
  thing: Deployed,
  { health }: RuntimeStatus,
  context: IntentContext,
): Promise<string[]> {
  if (health !== 'degraded') {
    return [];
  }
  const [finding] = await context.runtime.diagnose(thing);
  return finding && isIll(finding) ? [verbatim(finding.summary)] : [];
}

async function thingStatus(
  thing: Deployed,
  context: IntentContext,
): Promise<Answer> {
  const status = context.runtime.status(thing);
  const { level } = context.person;
  const reason = await reasonOf(thing, status, context);
  const facts = [
    {
      label: thing.role === 'application' ? say`copies running` : say`running`,
      value: say`${status.ready} of ${status.desired}`,
      tone: healthTone(status.health),
    },
    {
      label: say`costs`,
      value: context.cost.format(context.cost.ofThing(thing)),
    },
  ];
  if (sees(level, 'developer')) {
    facts.push({ label: say`restarts`, value: String(status.restarts) });
    if (thing.version) {
      facts.push({ label: say`version`, value: thing.version });
    }
    if (status.usage) {
      facts.push({
        label: say`in use`,
        value: `${coresWord(status.usage.cpu)}, ${bytesWord(
          status.usage.memory,
        )}`,
      });
    }
  }
  return {
    text: [
      `**${thing.title ?? thing.name}**: ${status.sentence}`,
      ...reason,
    ].join('\n\n'),
    facts,
    links: linksTo(thing, context),
    details: detailsOf(status, thing.path, context),
    ...(reason.length > 0 && {
      suggestions: [{ text: say`Why is ${thing.name} down?` }],
    }),
  };
}

function environmentStatus(
  environment: Environment,
  context: IntentContext,
): Answer {
  const status = context.runtime.environmentStatus(environment);
  const things = thingsIn(environment.name, context.platform);
  const content =
    things.length > 0 ? '' : ` ${say`Nothing has been deployed in it yet.`}`;
  return {
    text: `${say`**${environment.title ?? environment.name}**, for ${tierWord(
      environment.tier,
    )}: ${status.sentence}`}${content}`,
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
  const whole = asksAboutAll(person);
  const things = whole ? platform.deployed : owned;
  if (things.length === 0) {
    return {
      text: say`Nothing of yours is running yet.`,
      suggestions: [{ text: say`I need a WordPress site for my team` }],
    };
  }
  const ill = things.filter(thing =>
    ['degraded', 'missing'].includes(runtime.status(thing).health),
  );
  const unknown = things.some(
    thing => runtime.status(thing).health === 'unknown',
  );
  const sorted = [...ill, ...things.filter(thing => !ill.includes(thing))];
  const all = whole
    ? counted(things.length, 'thing')
    : say`${counted(things.length, 'thing')} of yours`;
  let text =
    things.length === 1
      ? say`All is well: ${all} runs as intended.`
      : say`All is well: ${all} run as intended.`;
  if (ill.length > 0) {
    const names = together(ill.map(({ name }) => `**${name}**`));
    text =
      ill.length === 1
        ? say`1 of ${all} needs attention: ${names}.`
        : say`${ill.length} of ${all} need attention: ${names}.`;
  } else if (unknown) {
    text = say`I can't see how all of the ${all} are at the moment.`;
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
    const { target, missing } = settleTargetOrAll(
      params.target,
      say`Which one do you mean?`,
      context,
    );
    return { params: { target }, missing };
  },

  async answer(params, context) {
    if (!params.target) {
      return overview(context);
    }
    const target = findTarget(params.target, context);
    if (!target) {
      const names = mine(targetsOf(context), context).map(nameOf);
      return {
        text: say`There is nothing of that name that I can show you.`,
        suggestions: names
          .slice(0, 3)
          .map(name => ({ text: say`How is ${name}?` })),
      };
    }
    return target.kind === 'environment'
      ? environmentStatus(target.environment, context)
      : thingStatus(target.thing, context);
  },
});
