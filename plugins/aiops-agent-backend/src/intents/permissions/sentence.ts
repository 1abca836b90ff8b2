import type {
  EnvironmentAccess,
  PersonalAccess,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { nameOf, type Target } from '../finding';
import { tierWord, together } from '../wording';

const names = (people: PersonalAccess[]) =>
  together(people.map(({ name }) => name));

function belongsWord(target: Target, team: string, own: string): string {
  const name = nameOf(target);
  if (target.kind === 'environment') {
    const tier = tierWord(target.environment.tier);
    return say`**${name}** is for ${tier} and belongs to the team **${team}**: ${own}.`;
  }
  return say`**${name}** lives in **${target.thing.environment}** and belongs to the team **${team}**: ${own}.`;
}

/** Whose it is, and who else reaches it, in a few sentences. */
export function accessSentence(
  target: Target,
  { team, people }: EnvironmentAccess,
): string {
  const own = people.filter(({ member, lead }) => member || lead);
  const admins = people.filter(who => who.admin && !own.includes(who));
  const others = people.filter(who => ![...own, ...admins].includes(who));
  const sentences = [
    belongsWord(
      target,
      team,
      own.length > 0 ? names(own) : say`nobody at the moment`,
    ),
  ];
  if (admins.length > 0) {
    sentences.push(
      admins.length === 1
        ? say`${names(admins)} administers the platform and reaches everything.`
        : say`${names(admins)} administer the platform and reach everything.`,
    );
  }
  if (others.length > 0) {
    sentences.push(say`${names(others)} may look.`);
  }
  return sentences.join(' ');
}
