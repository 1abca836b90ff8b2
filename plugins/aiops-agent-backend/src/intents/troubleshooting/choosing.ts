import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import {
  chooseThing,
  environmentOfPage,
  mine,
  targetsOf,
  THINGS,
  thingsIn,
} from '../finding';
import { together } from '../wording';
import { say } from '../../words';

/** So many are looked at closely to find the one that is meant. */
const MOST = 20;
/** So many are offered to choose from. */
const OFFERED = 6;

/**
 * The thing that is meant: the one that was named; else the page's; else the
 * only one of the person's; else the only one of theirs that is ill in the way
 * that they complain of. Else it is asked, what is ill first.
 *
 * @throws ServiceUnavailableError when the cluster doesn't answer.
 */
export async function chooseIll(
  said: string | undefined,
  context: IntentContext,
  question: string,
  isMeant: (finding: Finding) => boolean,
): Promise<{ thing: Deployed } | { question: Question }> {
  const candidates = candidatesIn(context);
  const choice = chooseThing(said, context, question);
  const inside =
    'thing' in choice &&
    (!context.entity ||
      candidates.some(({ name }) => name === choice.thing.name));
  if (said || inside) {
    return choice;
  }
  if (candidates.length === 1) {
    return { thing: candidates[0] };
  }
  const ill = await illOf(candidates, context, isMeant);
  if (ill.length === 1) {
    return { thing: ill[0] };
  }
  const offered = [
    ...ill,
    ...candidates.filter(thing => !ill.includes(thing)),
  ].slice(0, OFFERED);
  if (offered.length === 0) {
    return {
      question: {
        parameter: 'application',
        text: say`Nothing of yours is deployed yet, so there is nothing that I could look at.`,
      },
    };
  }
  const trouble =
    ill.length > 0
      ? `${say`I see trouble with ${together(
          ill.slice(0, OFFERED).map(({ name }) => `**${name}**`),
        )}.`} `
      : '';
  return {
    question: {
      parameter: 'application',
      text: `${trouble}${question}`,
      choices: offered.map(({ name }) => ({ value: name, label: name })),
    },
  };
}

/** What could be meant: what is on the page, else the person's, else all. */
function candidatesIn(context: IntentContext): Deployed[] {
  const { entity, platform } = context;
  const environment = environmentOfPage(context);
  const onPage = platform.deployed.filter(({ name }) => name === entity?.name);
  const inside = environment ? thingsIn(environment.name, platform) : [];
  const all = targetsOf(context, THINGS);
  const own = mine(all, context);
  const things = (own.length > 0 ? own : all).flatMap(target =>
    target.kind === 'thing' ? [target.thing] : [],
  );
  const first = [onPage, inside, things].find(list => list.length > 0) ?? [];
  const applications = first.filter(({ role }) => role === 'application');
  return applications.length > 0 ? applications : first;
}

/** Those of them that are ill as the person says. */
async function illOf(
  things: Deployed[],
  context: IntentContext,
  isMeant: (finding: Finding) => boolean,
): Promise<Deployed[]> {
  const judged = await Promise.all(
    things.slice(0, MOST).map(async thing => {
      const findings = await context.runtime.diagnose(thing);
      return { thing, meant: findings.some(isMeant) };
    }),
  );
  return judged.flatMap(({ thing, meant }) => (meant ? [thing] : []));
}
