import {
  defineIntent,
  type Deployed,
  type Environment,
  type IntentContext,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { keepDays } from './drafting';
import { chooseThing, settleThing, theThing } from './finding';
import { restartApplicationPhrases } from './restart-application.phrases';
import { copiesOf, thingDraft } from './sizing';
import { thingWord } from './wording';

const parameters = z.object({
  application: z.string().optional().describe('What is restarted'),
});

function draftOf(
  { thing, home }: { thing: Deployed; home: Environment },
  context: IntentContext,
): PlanDraft {
  const size = context.compose.size(thing);
  const copies = copiesOf(size);
  const subject = thingWord(context.person.level, thing, size);
  // The one copy of a StatefulSet ends before its successor begins.
  const pauses = size.kind !== 'Deployment' && copies === 1;
  const one = pauses
    ? say`I'd restart ${subject}: a fresh copy of the same version takes the place of the one that runs. It doesn't answer for a moment meanwhile; its data stays. Fine?`
    : say`I'd restart ${subject}: a fresh copy of the same version takes the place of the one that runs, as soon as it answers. Fine?`;
  return thingDraft(
    { intent: 'restart_application', params: { application: thing.name } },
    { thing, home },
    context.compose.restart(thing),
    {
      title: say`A restart`,
      subject,
      summary:
        copies === 1
          ? one
          : say`I'd restart ${subject}: its ${copies} copies are replaced by fresh ones of the same version, one after the other, so that it goes on answering. Fine?`,
      outcome: say`**${thing.name}** restarted, in the same version.`,
      confirmLabel: say`Yes, restart it`,
      fields: [],
      risk: pauses && home.tier === 'prod' ? 'medium' : 'low',
      undo: {
        days: keepDays(context),
        text: say`to undo, which restarts it once more`,
      },
    },
    context,
  );
}

/** Fresh copies of the same version. */
export const restartApplication = defineIntent({
  name: 'restart_application',
  title: 'Restart an application',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: restartApplicationPhrases,

  async prepare({ application }, context) {
    return settleThing(
      chooseThing(application, context, say`Which one shall I restart?`),
    );
  },

  async plan({ application }, context) {
    return draftOf(theThing(application, context), context);
  },
});
