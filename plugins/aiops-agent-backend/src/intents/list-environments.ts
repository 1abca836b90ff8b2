import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { asksAboutAll, entityRefOf, thingsIn } from './finding';
import { listEnvironmentsPhrases } from './list-environments.phrases';
import { counted, healthTone, sees, tierWord, together } from './wording';
import { say } from '../words';

const parameters = z.object({
  team: z.string().optional().describe('Only those of this team'),
});

/** The environments of a team, of one's own teams, or all that one may see. */
export const listEnvironments = defineIntent({
  name: 'list_environments',
  title: 'List environments',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listEnvironmentsPhrases,

  async answer(params, context) {
    const { person, platform, runtime, cost } = context;
    const own = platform.environments.filter(({ team }) =>
      person.teams.includes(team),
    );
    const everybodys = asksAboutAll(person);
    const asked = params.team
      ? platform.environments.filter(({ team }) => team === params.team)
      : undefined;
    const shown = asked ?? (everybodys ? platform.environments : own);
    const whose = whoseWord(params.team, everybodys, person.teams);
    if (shown.length === 0) {
      return {
        text: say`${whose} no environments yet.`,
        suggestions: [{ text: say`I need a development environment` }],
      };
    }
    const statuses = shown.map(environment => ({
      environment,
      status: runtime.environmentStatus(environment),
    }));
    const ill = statuses.filter(
      ({ status }) =>
        status.health === 'degraded' || status.health === 'missing',
    );
    const verdict =
      ill.length > 0
        ? attentionWord(ill.map(({ environment }) => `**${environment.name}**`))
        : '';
    return {
      text: `${whose} ${counted(shown.length, 'environment')}${verdict}.`,
      items: statuses.map(({ environment, status }) => ({
        title: environment.title ?? environment.name,
        subtitle: [
          tierWord(environment.tier),
          counted(thingsIn(environment.name, platform).length, 'thing'),
          status.sentence,
        ].join(' · '),
        value: cost.format(cost.ofEnvironment(environment)),
        tone: healthTone(status.health),
        entityRef: entityRefOf('environment', environment.name),
      })),
      details: sees(person.level, 'admin')
        ? [
            {
              title: say`Where they are written`,
              body: shown
                .map(({ name, path }) => `${name}  ${path}`)
                .join('\n'),
              language: 'text',
              level: 'admin',
            },
          ]
        : undefined,
    };
  },
});

function attentionWord(names: string[]): string {
  const all = together(names);
  return names.length === 1
    ? say`; ${all} needs attention`
    : say`; ${all} need attention`;
}

function whoseWord(
  team: string | undefined,
  everybodys: boolean,
  teams: string[],
): string {
  if (team) {
    return say`**${team}** has`;
  }
  if (everybodys) {
    return say`There are`;
  }
  return teams.length > 1 ? say`Your teams have` : say`Your team has`;
}
