import type { AiopsAgentApi } from '@aiops-portal/plugin-aiops-agent-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  agreedRequest,
  dryRunLines,
  endingOf,
  followChange,
  outputsOf,
  Progress,
  realPatience,
  spoken,
  type ChangeOutputs,
  type Patience,
} from '../following';
import { wordsIn } from '../words';
import { examples } from './followChange.examples';

/** How long a template waits unless it says otherwise. */
const USUAL_MINUTES = 5;

/**
 * The step `aiops:follow-change`: follows the request that the person agreed
 * to in the template's form, as that person. It reads, and agrees to nothing;
 * run again, it follows the same request.
 */
export function createFollowChangeAction(options: {
  /** The assistant as it speaks a language; English unless told which. */
  agentIn: (
    language?: string,
  ) => Pick<AiopsAgentApi, 'getPlan' | 'followChange'>;
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  patience?: Patience;
}) {
  const { agentIn, auth, patience = realPatience } = options;
  return createTemplateAction({
    id: 'aiops:follow-change',
    description:
      'Follows the change that the person agreed to in the form until it is live, waits for somebody else, or some minutes have passed.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        planId: z =>
          z.string().describe('The plan that the person agreed to in the form'),
        refusal: z =>
          z
            .string()
            .optional()
            .describe('What the portal answered when they could not agree'),
        language: z =>
          z
            .string()
            .optional()
            .describe('The language that the person reads, such as de'),
        minutes: z =>
          z
            .number()
            .min(1)
            .max(15)
            .optional()
            .describe(`How long to wait; ${USUAL_MINUTES} unless set`),
      },
      output: {
        request: z => z.string().describe('The number of the change request'),
        state: z => z.string().describe('Its state'),
        stateText: z => z.string().describe('Its state in words'),
        summary: z => z.string().describe('What it does, as markdown'),
        requestUrl: z => z.string().describe('Its page in the portal'),
        entityRef: z =>
          z.string().optional().describe('What was made, in the catalog'),
        address: z => z.string().optional().describe('Where it opens'),
        credentialsUrl: z =>
          z.string().optional().describe('Where its password is shown once'),
      },
    },
    async handler(ctx) {
      const { planId, refusal, language, minutes = USUAL_MINUTES } = ctx.input;
      const words = wordsIn(language);
      const agent = agentIn(language);
      const { logger, signal } = ctx;
      const say = (line: string) => logger.info(line);
      const token = async () => {
        const granted = await auth.getPluginRequestToken({
          onBehalfOf: await ctx.getInitiatorCredentials(),
          targetPluginId: 'aiops-agent',
        });
        return granted.token;
      };
      try {
        const plan = await agent.getPlan(planId, {
          token: await token(),
          signal,
        });
        if (ctx.isDryRun) {
          dryRunLines(plan, words).forEach(say);
          ctx.output('stateText', words.unchanged);
          ctx.output('summary', plan.summary);
          return;
        }
        const id = agreedRequest(plan, words, refusal);
        say(`${id}: ${plan.title}`);

        const late = patience.timeout(minutes * 60_000);
        const progress = new Progress(words);
        const change = await followChange(id, {
          agent,
          token,
          pause: patience.pause,
          signal: signal ? AbortSignal.any([signal, late]) : late,
          onChange: seen => progress.news(seen).forEach(say),
        });
        signal?.throwIfAborted();
        say(endingOf(id, change, minutes, words));
        if (change) {
          giveOut(outputsOf(change), ctx.output);
        }
      } catch (error) {
        if (signal?.aborted) {
          logger.warn(words.cancelled);
        }
        throw spoken(error);
      }
    },
  });
}

function giveOut(
  outputs: ChangeOutputs,
  output: (name: keyof ChangeOutputs, value: string) => void,
): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) {
      output(name as keyof ChangeOutputs, value);
    }
  }
}
