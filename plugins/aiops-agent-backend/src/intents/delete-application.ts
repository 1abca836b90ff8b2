import {
  defineIntent,
  type Deployed,
  type Environment,
  type IntentContext,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { deleteApplicationPhrases } from './delete-application.phrases';
import {
  belongingsOf,
  belongingsWord,
  checkNotDeleted,
  checkUnused,
  consequences,
  deletionDraft,
  removalDay,
} from './deleting';
import { joinParts } from './drafting';
import { chooseThing, settleThing, theThing } from './finding';
import { together } from './wording';

const parameters = z.object({
  application: z
    .string()
    .optional()
    .describe('The application, database or cache that goes'),
});

/** What it uses and what isn't deleted with it. */
function staysWord(thing: Deployed, gone: Deployed[]): string {
  const names = thing.uses.filter(
    name => !gone.some(other => other.name === name),
  );
  return names.length === 0
    ? ''
    : say` ${together(names.map(name => `**${name}**`))} stays as it is.`;
}

function draftOf(
  { thing, home }: { thing: Deployed; home: Environment },
  context: IntentContext,
): PlanDraft {
  const belongings = belongingsOf(thing, context);
  const things = [thing, ...belongings];
  checkNotDeleted(thing);
  checkUnused(things, context);
  const part = joinParts(
    things.map(each => context.compose.sleep(each, removalDay(context))),
  );
  const question =
    belongings.length > 0
      ? say`Delete **${thing.name}** in **${home.name}**, with ${belongingsWord(
          belongings,
        )}?`
      : say`Delete **${thing.name}** in **${home.name}**?`;
  return deletionDraft(
    { intent: 'delete_application', params: { application: thing.name } },
    { target: thing, home },
    part,
    `${question} ${consequences(things, context)}${staysWord(
      thing,
      belongings,
    )}`,
    context,
  );
}

/** Puts an application to sleep, to be removed with its data on a day. */
export const deleteApplication = defineIntent({
  name: 'delete_application',
  title: 'Delete an application',
  kind: 'change',
  risk: 'medium',
  parameters,
  examples: deleteApplicationPhrases,

  async prepare({ application }, context) {
    return settleThing(
      chooseThing(application, context, say`Which one shall be deleted?`),
    );
  },

  async plan({ application }, context) {
    return draftOf(theThing(application, context), context);
  },
});
