import { InputError } from '@backstage/errors';
import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { nearest } from '../naming';
import { alternatives } from '../wording';
import { say } from '../../words';

/** A team that owns, or the question which one. */
export type TeamChoice = { team: string } | { question: Question };

/**
 * The team that is to own something: the one that was said, else the person's
 * only one, else a question.
 *
 * @throws InputError when the person is in no team and has named none.
 */
export async function chooseTeam(
  said: string | undefined,
  context: IntentContext,
): Promise<TeamChoice> {
  const { person, platform } = context;
  const known = [
    ...new Set([
      ...person.teams,
      ...platform.environments.map(({ team }) => team),
    ]),
  ];
  if (said && known.includes(said)) {
    return { team: said };
  }
  if (said) {
    const near = nearest(said, known);
    const offered = near.length > 0 ? near : person.teams;
    if (offered.length === 0) {
      throw new InputError(
        say`I don't know a team "${said}", so nothing was changed. Check the team's name.`,
      );
    }
    return {
      question: {
        parameter: 'team',
        text: say`I don't know a team "${said}". Which team is it for?`,
        choices: offered.map(team => ({ value: team, label: team })),
      },
    };
  }
  if (person.teams.length === 1) {
    return { team: person.teams[0] };
  }
  if (person.teams.length === 0) {
    const who = await context.approversOf('');
    throw new InputError(
      say`Everything here belongs to a team, and you aren't in one yet, so nothing was changed. ${
        who.length > 0
          ? say`${alternatives(who)} can`
          : say`A platform admin can`
      } add you to one; until then you can look around and ask.`,
    );
  }
  return {
    question: {
      parameter: 'team',
      text: say`Which of your teams is it for: ${alternatives(person.teams)}?`,
      choices: person.teams.map(team => ({ value: team, label: team })),
    },
  };
}
