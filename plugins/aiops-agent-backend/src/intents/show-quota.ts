import type { QuotaLine, Tone } from '@aiops-portal/plugin-aiops-agent-common';
import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { showQuotaPhrases } from './show-quota.phrases';
import { alternatives, counted, shareWord } from './wording';
import { say } from '../words';

const parameters = z.object({
  team: z.string().optional().describe('Whose room; without it, one’s own'),
});

function toneOf(line: QuotaLine): Tone {
  if (line.used >= line.limit) {
    return 'danger';
  }
  return line.used >= 0.8 * line.limit ? 'warning' : 'positive';
}

function headline(team: string, lines: QuotaLine[]): string {
  if (lines.length === 0) {
    return say`I can't read how much room **${team}** has at the moment.`;
  }
  const full = lines.filter(line => line.used >= line.limit);
  if (full.length > 0) {
    return say`**${team}** has no room left for ${alternatives(
      full.map(({ title }) => title),
    )}.`;
  }
  const environments = lines.find(
    ({ resource }) => resource === 'environments',
  );
  return environments
    ? say`**${team}** has room for ${counted(
        environments.limit - environments.used,
        say`more environment`,
      )}.`
    : say`**${team}** has room left.`;
}

/** How much room a team has left, and how much money. */
export const showQuota = defineIntent({
  name: 'show_quota',
  title: 'See how much room is left',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showQuotaPhrases,

  async answer(params, context) {
    const { person, quota, cost, platform } = context;
    const visible = new Set([
      ...person.teams,
      ...platform.environments.map(({ team }) => team),
    ]);
    const fallback = person.level === 'admin' ? [...visible] : person.teams;
    const teams = params.team ? [params.team] : fallback;
    if (params.team && !visible.has(params.team)) {
      return {
        text: say`I don't know a team "${params.team.slice(
          0,
          40,
        )}" that I could tell you about.`,
      };
    }
    if (teams.length === 0) {
      return {
        text: say`You aren't in a team yet, so there is no room that is yours.`,
      };
    }
    const rooms = teams.map(team => ({
      team,
      lines: quota.ofTeam(team),
      budget: cost.budget(team),
    }));
    return {
      text: rooms
        .map(({ team, lines, budget }) => {
          const money = budget
            ? say` ${cost.format(
                Math.max(0, budget.amount - budget.spent),
              )} of its budget is free (${shareWord(
                budget.spent,
                budget.amount,
              )} used).`
            : '';
          return `${headline(team, lines)}${money}`;
        })
        .join('\n\n'),
      items: rooms.flatMap(({ team, lines }) =>
        lines.map(line => ({
          title: line.title,
          subtitle: teams.length > 1 ? team : undefined,
          value: line.text,
          tone: toneOf(line),
        })),
      ),
    };
  },
});
