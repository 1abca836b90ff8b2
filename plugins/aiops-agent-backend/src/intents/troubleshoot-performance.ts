import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type Deployed,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { settleThing, theThing } from './finding';
import { troubleshootPerformancePhrases } from './troubleshoot-performance.phrases';
import { chooseIll, explain, isIll } from './troubleshooting';
import { shareWord, together } from './wording';
import { say } from '../words';

const parameters = z.object({
  application: z
    .string()
    .optional()
    .describe('The application or database that is slow'),
});

function isSlowness({ cause }: Finding): boolean {
  return cause.startsWith('performance.');
}

/** Nothing that would make it slow: what was seen, and what can't be. */
function unhurried(
  thing: Deployed,
  answer: Answer,
  context: IntentContext,
): Answer {
  const measures = context.runtime.measures(thing);
  const shares = (['cpu', 'memory'] as const).flatMap(resource => {
    const { used, limit, requested } = measures?.[resource] ?? {};
    const may = limit ?? requested;
    return used !== undefined && may
      ? [
          resource === 'cpu'
            ? say`${shareWord(used, may)} of the processor time`
            : say`${shareWord(used, may)} of the memory`,
        ]
      : [];
  });
  const seen =
    shares.length > 0
      ? say`I can't see why it would be slow: it uses ${together(
          shares,
        )} that it may.`
      : say`I can't see why it would be slow; how much it uses is not measured here.`;
  return {
    ...answer,
    text: `${
      answer.text
    }\n\n${seen} ${say`How fast it answers, and what it waits for, I can't measure.`}`,
    suggestions: [
      { text: say`Show me the logs of ${thing.name}` },
      { text: say`Scale ${thing.name} up` },
    ],
  };
}

/** Why something is slow, and what would make it faster. */
export const troubleshootPerformance = defineIntent({
  name: 'troubleshoot_performance',
  title: 'Find out why something is slow',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: troubleshootPerformancePhrases,

  async prepare({ application }, context) {
    const chosen = await chooseIll(
      application,
      context,
      say`Which one is slow?`,
      isSlowness,
    );
    return settleThing(chosen);
  },

  async answer({ application }, context) {
    const { thing } = theThing(application, context);
    const findings = await context.runtime.diagnose(thing);
    // What makes it slow before what else is wrong with it.
    const sorted = [
      ...findings.filter(isSlowness),
      ...findings.filter(finding => !isSlowness(finding)),
    ];
    const answer = await explain(thing, sorted, context);
    return sorted.some(isIll) ? answer : unhurried(thing, answer, context);
  },
});
