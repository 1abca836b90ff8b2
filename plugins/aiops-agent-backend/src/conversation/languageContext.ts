import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';

/**
 * All that an engine of understanding may know: names of what the person's
 * teams own, and of other visible things that the message itself names. What
 * the person may not see isn't in the context that this is drawn from.
 */
export function languageContextOf(
  context: IntentContext,
  text: string,
): LanguageContext {
  const { person, platform, entity } = context;
  const spoken = text.toLowerCase();
  const mine = new Set(person.teams);
  const known = ({ name, team }: { name: string; team: string }) =>
    mine.has(team) || spoken.includes(name.toLowerCase());
  const names = (things: Array<{ name: string; team: string }>) =>
    things.filter(known).map(({ name }) => name);
  return {
    user: person.userRef.replace(/^.*\//, ''),
    teams: person.teams,
    environments: names(platform.environments),
    applications: names(
      platform.deployed.filter(({ role }) => role === 'application'),
    ),
    databases: names(
      platform.deployed.filter(({ role }) => role !== 'application'),
    ),
    entity: entity?.entityRef ?? null,
  };
}
