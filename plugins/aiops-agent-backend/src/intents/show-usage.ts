import type { Item } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type Deployed,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import {
  asksAboutAll,
  entityRefOf,
  findTarget,
  settleTargetOrAll,
  thingsIn,
  type Target,
} from './finding';
import { periodParameter, targetParameter } from './parameters';
import { showUsagePhrases } from './show-usage.phrases';
import { measuresOf, totalOf } from './thing-measures';
import { measureFacts, share, shareTone } from './usage/measures';
import { shareWord } from './wording';
import { say } from '../words';

const parameters = z.object({
  target: targetParameter,
  period: periodParameter,
});

/** Periods that now is a part of. */
const CURRENT = ['today', 'this_week', 'this_month'];

/** The portal sees how things are, and keeps no account of how they were. */
function historySentence(period: string | undefined): string {
  return !period || CURRENT.includes(period)
    ? ''
    : ` ${say`This is how it is now: I keep no record of what was used in the past.`}`;
}

/** A thing in a list: its share of what it may use, and what it costs. */
function thingItem(thing: Deployed, context: IntentContext): Item {
  const measures = context.runtime.measures(thing);
  const part = measures && share(measures);
  return {
    title: thing.title ?? thing.name,
    subtitle:
      part === undefined
        ? say`How much it uses is not measured.`
        : say`uses ${shareWord(part, 1)} of what it may`,
    value: context.cost.format(context.cost.ofThing(thing)),
    tone: part === undefined ? undefined : shareTone(part),
    entityRef: entityRefOf(thing.role, thing.name),
  };
}

/** Those that come nearest to their bounds first. */
function byShare(things: Deployed[], context: IntentContext): Deployed[] {
  const shareOf = (thing: Deployed) => {
    const measures = context.runtime.measures(thing);
    return (measures && share(measures)) ?? -1;
  };
  return [...things].sort((a, b) => shareOf(b) - shareOf(a));
}

function targetUsage(
  target: Target,
  period: string | undefined,
  context: IntentContext,
): Answer {
  const { cost, platform } = context;
  const measures = measuresOf(target, context);
  const part = measures && share(measures);
  const [title, price, things] =
    target.kind === 'environment'
      ? [
          target.environment.title ?? target.environment.name,
          cost.ofEnvironment(target.environment),
          thingsIn(target.environment.name, platform),
        ]
      : [
          target.thing.title ?? target.thing.name,
          cost.ofThing(target.thing),
          [],
        ];
  const using =
    part === undefined
      ? say`How much **${title}** uses is not measured at the moment.`
      : say`**${title}** is using ${shareWord(part, 1)} of what it may.`;
  return {
    text: `${using}${historySentence(period)}`,
    facts: [
      ...(measures ? measureFacts(measures) : []),
      { label: say`costs`, value: cost.format(price) },
    ],
    items: byShare(things, context).map(thing => thingItem(thing, context)),
  };
}

/** What the person's teams use: of their things, their room and their money. */
function everything(
  period: string | undefined,
  context: IntentContext,
): Answer {
  const { person, platform, quota, cost, runtime } = context;
  const whole = asksAboutAll(person);
  const things = platform.deployed.filter(
    ({ team }) => whole || person.teams.includes(team),
  );
  const measures = totalOf(
    things.flatMap(thing => runtime.measures(thing) ?? []),
  );
  const part = measures && share(measures);
  const teams = whole ? [] : person.teams;
  const budgets = teams.flatMap(team => cost.budget(team) ?? []);
  const subject = whole ? say`Everything here together` : say`What you have`;
  const using =
    part === undefined
      ? say`How much is used is not measured at the moment.`
      : say`${subject} is using ${shareWord(part, 1)} of what it may.`;
  return {
    text:
      things.length === 0
        ? say`Nothing of yours is running yet.`
        : `${using}${historySentence(period)}`,
    facts: [
      ...(measures ? measureFacts(measures) : []),
      ...budgets.map(budget => ({
        label: say`of ${budget.team}'s budget of ${cost.format(budget.amount)}`,
        value: shareWord(budget.spent, budget.amount),
        tone: shareTone(budget.amount > 0 ? budget.spent / budget.amount : 0),
      })),
    ],
    items: [
      ...byShare(things, context).map(thing => thingItem(thing, context)),
      ...teams.flatMap(team =>
        quota.ofTeam(team).map(line => ({
          title: line.title,
          subtitle: say`room of ${team}`,
          value: line.text,
          tone: shareTone(line.limit > 0 ? line.used / line.limit : 0),
        })),
      ),
    ],
  };
}

/** How much something uses of what it may, or all that is the person's. */
export const showUsage = defineIntent({
  name: 'show_usage',
  title: 'See how much is used',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showUsagePhrases,

  async prepare(params, context) {
    const { target, missing } = settleTargetOrAll(
      params.target,
      say`The usage of which one?`,
      context,
    );
    return { params: { target, period: params.period }, missing };
  },

  async answer({ target: said, period }, context) {
    const target = said && findTarget(said, context);
    return target
      ? targetUsage(target, period, context)
      : everything(period, context);
  },
});
