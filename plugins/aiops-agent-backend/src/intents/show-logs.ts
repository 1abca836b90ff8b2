import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { z } from 'zod';
import { settleThing, theThing } from './finding';
import { showLogsPhrases } from './show-logs.phrases';
import { chooseIll, isIll, logDetail, readLog } from './troubleshooting';
import { counted, durationWord } from './wording';
import { say } from '../words';

const parameters = z.object({
  application: z
    .string()
    .optional()
    .describe('The application or database whose log it is'),
  since: z.string().optional().describe('How far back, as ISO 8601: PT1H'),
  query: z.string().optional().describe('Only lines with these words'),
});

/** As many lines as one scrolls through. */
const LINES = 100;

/** Seconds; a year at most, since clusters don't keep logs for longer. */
function secondsOf(since: string): number {
  const duration = Duration.fromISO(since);
  const seconds = duration.isValid ? Math.round(duration.as('seconds')) : 0;
  if (seconds <= 0) {
    throw new InputError(
      say`How far back is written like "PT1H" for an hour. Nothing was changed; say it again.`,
    );
  }
  return Math.min(seconds, 366 * 86_400);
}

/** "errors" is asked of lines that say "error". */
function wordOf(query: string): string {
  const words = query.trim().slice(0, 100);
  return /^\w{4,}s$/.test(words) && !words.endsWith('ss')
    ? words.slice(0, -1)
    : words;
}

/** What a thing wrote to its log. */
export const showLogs = defineIntent({
  name: 'show_logs',
  title: 'See what something wrote to its log',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showLogsPhrases,

  async prepare({ application, ...rest }, context) {
    const chosen = await chooseIll(
      application,
      context,
      say`Whose log would you like to see?`,
      isIll,
    );
    const { params, missing } = settleThing(chosen);
    return { params: { ...rest, ...params }, missing };
  },

  async answer(params, context) {
    const { thing } = theThing(params.application, context);
    const { lines, before } = await readLog(
      thing,
      {
        lines: LINES,
        sinceSeconds: params.since ? secondsOf(params.since) : undefined,
        query: params.query ? wordOf(params.query) : undefined,
      },
      context,
    );
    const title = `**${thing.title ?? thing.name}**`;
    const span = params.since ? durationWord(params.since) : undefined;
    const which = [
      ...(params.query ? [say`with "${wordOf(params.query)}"`] : []),
      ...(span ? [say`of the last ${span}`] : []),
    ].join(' ');
    if (lines.length + before.length === 0) {
      return {
        text: which
          ? say`There are no lines ${which} in the log of ${title}.`
          : say`The log of ${title} is empty.`,
        suggestions: which
          ? [{ text: say`Show me the logs of ${thing.name}` }]
          : [],
      };
    }
    const copies = new Set(lines.map(({ pod }) => pod)).size;
    const found = counted(lines.length + before.length, say`line`, say`lines`);
    const text =
      copies > 1
        ? say`The newest ${found} ${which} that the ${copies} copies of ${title} wrote, newest last.`
        : say`The newest ${found} ${which} of the log of ${title}, newest last.`;
    return {
      text: text.replace(/ {2,}/g, ' ').replace(/ ,/g, ','),
      details: [
        ...logDetail(say`Before the last restart`, before, context),
        ...logDetail(say`Log`, lines, context),
      ],
    };
  },
});
