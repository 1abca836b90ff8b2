import type { Suggestion } from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';
import { mine, targetsOf } from './finding';
import { phrase, say, sayAgain } from '../words';

/** As many as fit on a narrow screen without scrolling. */
const MOST = 3;

/** What someone who has nothing yet would like to hear about. */
const FIRST_STEPS = [
  phrase`I need a WordPress site for my team`,
  phrase`What can I spend?`,
  phrase`Who can help me?`,
];

/**
 * Three things to say next, drawn from what this person has: on an entity's
 * page from that entity, else what is ill first, then what is theirs.
 */
export function suggestionsFor(context: IntentContext): Suggestion[] {
  const { entity, person, platform, runtime } = context;
  const own = platform.deployed.filter(({ team }) =>
    person.teams.includes(team),
  );
  if (entity) {
    const { name } = entity;
    return [
      { text: say`How is ${name}?` },
      { text: say`What does ${name} cost?` },
      entity.kind.toLowerCase() === 'system'
        ? { text: say`Add a database to ${name}` }
        : { text: say`Where is the password of ${name}?` },
    ];
  }
  if (mine(targetsOf(context), context).length === 0) {
    return FIRST_STEPS.map(text => ({ text: sayAgain(text) }));
  }
  const ill = own.find(thing =>
    ['degraded', 'missing'].includes(runtime.status(thing).health),
  );
  const database = own.find(({ secrets }) => secrets.length > 0);
  const environment = platform.environments.find(({ team }) =>
    person.teams.includes(team),
  );
  const ideas: Array<string | undefined> = [
    ill && say`How is ${ill.name}?`,
    database && say`Where is the password of ${database.name}?`,
    environment &&
      own.length === 0 &&
      say`Deploy a WordPress site in ${environment.name}`,
    say`How much room do we have left?`,
    say`What do we spend?`,
    say`Are all of my things fine?`,
  ].map(idea => idea || undefined);
  return ideas.flatMap(text => (text ? [{ text }] : [])).slice(0, MOST);
}
