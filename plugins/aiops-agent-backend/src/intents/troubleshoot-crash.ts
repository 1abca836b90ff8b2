import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { settleThing, theThing } from './finding';
import { troubleshootCrashPhrases } from './troubleshoot-crash.phrases';
import { chooseIll, explain, isIll } from './troubleshooting';
import { say } from '../words';

const parameters = z.object({
  application: z
    .string()
    .optional()
    .describe('The application or database that is down or crashes'),
});

/** Why something crashes or is down, and what would mend it. */
export const troubleshootCrash = defineIntent({
  name: 'troubleshoot_crash',
  title: 'Find out why something is down',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: troubleshootCrashPhrases,

  async prepare({ application }, context) {
    const chosen = await chooseIll(
      application,
      context,
      say`Which one do you mean?`,
      finding => isIll(finding) && !finding.cause.startsWith('performance.'),
    );
    return settleThing(chosen);
  },

  async answer({ application }, context) {
    const { thing } = theThing(application, context);
    return explain(thing, await context.runtime.diagnose(thing), context);
  },
});
