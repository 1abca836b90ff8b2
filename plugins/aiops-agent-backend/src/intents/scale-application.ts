import { InputError } from '@backstage/errors';
import {
  defineIntent,
  type Deployed,
  type Environment,
  type IntentContext,
  type PlanDraft,
  type Question,
  type ThingSize,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { keepDays } from './drafting';
import { chooseThing, theThing } from './finding';
import { scaleApplicationPhrases } from './scale-application.phrases';
import { copiesOf, sensibleCount, thingDraft, wantedCount } from './sizing';
import { counted, thingWord } from './wording';

const parameters = z.object({
  application: z.string().optional().describe('What is scaled'),
  replicas: z.coerce
    .number()
    .optional()
    .describe('How many copies of it run then'),
  direction: z.enum(['up', 'down']).optional(),
  factor: z.number().positive().max(100).optional().describe('2 for twice'),
  add: z.number().optional().describe('2 for two more, -1 for one fewer'),
});

function askForCount(thing: Deployed, size: ThingSize): Question {
  const now = copiesOf(size);
  const choices = [...new Set([sensibleCount(now, 'up'), now + 1])]
    .concat(now > 1 ? [sensibleCount(now, 'down')] : [])
    .sort((a, b) => a - b)
    .map(count => ({
      value: String(count),
      label: counted(count, 'copy', 'copies'),
    }));
  return {
    parameter: 'replicas',
    text: say`How many copies of **${thing.name}** shall run? It is ${counted(
      now,
      'copy',
      'copies',
    )} now.`,
    choices,
  };
}

/** `twice as many`, where it was not said in numbers. */
function comparison(before: number, after: number): string {
  if (after === before * 2) {
    return say`, twice as many`;
  }
  return after * 2 === before ? say`, half as many` : '';
}

function summaryOf(subject: string, size: ThingSize, replicas: number): string {
  const before = copiesOf(size);
  const after = counted(replicas, 'copy', 'copies');
  if (size.autoscaler) {
    const most = Math.max(size.autoscaler.maximum, replicas);
    return say`I'd have at least **${after}** of ${subject} running instead of ${before}; with more load it still grows by itself, up to ${most}. Fine, or another number?`;
  }
  return say`I'd run **${after}** of ${subject} instead of ${before}${comparison(
    before,
    replicas,
  )}. Fine, or another number?`;
}

function draftOf(
  { thing, home }: { thing: Deployed; home: Environment },
  replicas: number,
  context: IntentContext,
): PlanDraft {
  const size = context.compose.size(thing);
  const before = copiesOf(size);
  const was = counted(before, 'copy', 'copies');
  const subject = thingWord(context.person.level, thing, size);
  return thingDraft(
    {
      intent: 'scale_application',
      params: { application: thing.name, replicas },
    },
    { thing, home },
    context.compose.scale(thing, replicas),
    {
      title:
        before === 1
          ? say`${was} becomes ${replicas}`
          : say`${was} become ${replicas}`,
      subject,
      summary: summaryOf(subject, size, replicas),
      outcome: say`${counted(replicas, 'copy', 'copies')} of **${
        thing.name
      }** instead of ${before}.`,
      confirmLabel: say`Yes, do it`,
      fields: [
        { name: 'replicas', label: say`Copies`, value: String(replicas) },
      ],
      risk: replicas < before && home.tier === 'prod' ? 'medium' : 'low',
      undo: { days: keepDays(context), text: say`to go back to ${was}` },
    },
    context,
  );
}

/** Another number of copies of something that runs. */
export const scaleApplication = defineIntent({
  name: 'scale_application',
  title: 'Run more or fewer copies',
  kind: 'change',
  risk: 'low',
  parameters,
  oneOf: [['replicas', 'direction', 'factor', 'add']],
  examples: scaleApplicationPhrases,

  async prepare(params, context) {
    const choice = chooseThing(
      params.application,
      context,
      say`Which one shall have more or fewer copies?`,
    );
    if ('question' in choice) {
      return {
        params: { ...params, application: undefined },
        missing: [choice.question],
      };
    }
    const { thing } = choice;
    const size = context.compose.size(thing);
    const replicas = wantedCount(params, size, thing.name);
    return {
      params: { application: thing.name, replicas },
      missing: replicas === undefined ? [askForCount(thing, size)] : [],
    };
  },

  async plan({ application, replicas }, context) {
    if (replicas === undefined) {
      throw new InputError(
        say`It is not clear how many copies there shall be. Nothing was changed; ask again with a number.`,
      );
    }
    return draftOf(theThing(application, context), replicas, context);
  },
});
