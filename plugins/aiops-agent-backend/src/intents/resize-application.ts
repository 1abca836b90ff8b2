import { InputError } from '@backstage/errors';
import {
  defineIntent,
  parseQuantity,
  type Deployed,
  type Environment,
  type IntentContext,
  type PlanDraft,
  type Question,
  type ThingSize,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { given, keepDays } from './drafting';
import { chooseThing, theThing } from './finding';
import { resizeApplicationPhrases } from './resize-application.phrases';
import { copiesOf, lessOf, moreOf, thingDraft } from './sizing';
import { cpuChange, memoryChange, thingWord, together } from './wording';

const parameters = z.object({
  application: z.string().optional().describe('What is resized'),
  cpu: z.string().max(20).optional().describe('What a copy may use: 500m'),
  memory: z.string().max(20).optional().describe('What a copy may use: 2Gi'),
  size: z.enum(['small', 'medium', 'large']).optional(),
  direction: z.enum(['up', 'down']).optional(),
});

type Params = z.infer<typeof parameters>;

function askForSize({ name }: Deployed): Question {
  return {
    parameter: 'size',
    text: say`How large shall **${name}** be? You can also say how much CPU or memory it needs.`,
    choices: [
      { value: 'small', label: say`Small` },
      { value: 'medium', label: say`Medium` },
      { value: 'large', label: say`Large` },
    ],
  };
}

/** What each copy is to have: said in numbers, as a size, or as a direction. */
function wanted(
  { cpu, memory, size: named, direction }: Params,
  thing: Deployed,
  size: ThingSize,
  context: IntentContext,
): ReturnType<typeof moreOf> | undefined {
  if (cpu || memory || named) {
    return {
      amounts: given({
        ...(named && size.sizes[named]),
        ...given({ cpu, memory }),
      }),
    };
  }
  if (direction === 'up') {
    return moreOf(thing, size, context);
  }
  return direction && { amounts: lessOf(thing, size, context) };
}

/** `1000m of CPU instead of 500m and 2 GiB of memory instead of 1 GiB` */
function changesOf(params: Params, size: ThingSize): string {
  const { cpu, memory } = params;
  return together([
    ...(cpu ? [cpuChange(size.cpu, parseQuantity(cpu))] : []),
    ...(memory ? [memoryChange(size.memory, parseQuantity(memory))] : []),
  ]);
}

const isLess = (before: number | undefined, after: string | undefined) =>
  before !== undefined && after !== undefined && parseQuantity(after) < before;

function draftOf(
  { thing, home }: { thing: Deployed; home: Environment },
  { cpu, memory }: Params,
  context: IntentContext,
): PlanDraft {
  const size = context.compose.size(thing);
  const part = context.compose.resize(thing, { cpu, memory });
  const changes = changesOf({ cpu, memory }, size);
  const copies = copiesOf(size);
  const title = copies === 1 ? changes : say`Each may use ${changes}`;
  const subject = thingWord(context.person.level, thing, size);
  const less = isLess(size.cpu, cpu) || isLess(size.memory, memory);
  return thingDraft(
    {
      intent: 'resize_application',
      params: given({ application: thing.name, cpu, memory }),
    },
    { thing, home },
    part,
    {
      title,
      subject,
      summary:
        copies === 1
          ? say`I'd let ${subject} use ${changes}. It starts anew for that. Fine, or change something?`
          : say`I'd let each of the ${copies} copies of ${subject} use ${changes}. They are replaced one after the other for that. Fine, or change something?`,
      outcome: say`**${thing.name}** may use ${changes}.`,
      confirmLabel: say`Yes, do it`,
      fields: [
        ...(cpu ? [{ name: 'cpu', label: 'CPU', value: cpu }] : []),
        ...(memory
          ? [{ name: 'memory', label: say`Memory`, value: memory }]
          : []),
      ],
      risk: less && home.tier === 'prod' ? 'medium' : 'low',
      undo: { days: keepDays(context), text: say`to go back to what it had` },
    },
    context,
  );
}

/** More or less for each copy of something that runs. */
export const resizeApplication = defineIntent({
  name: 'resize_application',
  title: 'Give it more or less',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: resizeApplicationPhrases,

  async prepare(params, context) {
    const choice = chooseThing(
      params.application,
      context,
      say`Which one shall be larger or smaller?`,
    );
    if ('question' in choice) {
      return {
        params: { ...params, application: undefined },
        missing: [choice.question],
      };
    }
    const { thing } = choice;
    const size = context.compose.size(thing);
    const what = wanted(params, thing, size, context);
    if (!what) {
      return {
        params: { application: thing.name },
        missing: [askForSize(thing)],
      };
    }
    return 'together' in what
      ? { params, missing: [], instead: what.together }
      : {
          params: { application: thing.name, ...what.amounts },
          missing: [],
        };
  },

  async plan(params, context) {
    if (!params.cpu && !params.memory) {
      throw new InputError(
        say`It is not clear how much it shall have. Nothing was changed; ask again with an amount of CPU or memory.`,
      );
    }
    return draftOf(theThing(params.application, context), params, context);
  },
});
