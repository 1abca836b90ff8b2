import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';
import { alternatives, counted, together } from './wording';
import { say } from '../words';

/** One thing that people ask to have explained. */
export interface HelpTopic {
  /** What of a topic's name leads here. */
  about: RegExp;
  text(context: IntentContext): string | Promise<string>;
  /** Something to say that does it. */
  example?: string;
}

function titles(
  context: IntentContext,
  role: 'application' | 'database' | 'cache',
): string {
  return together(context.compose.blueprints(role).map(({ title }) => title));
}

async function helpers(context: IntentContext): Promise<string> {
  const { teams } = context.person;
  const names = await Promise.all(
    (teams.length > 0 ? teams : ['']).map(team => context.approversOf(team)),
  );
  const who = [...new Set(names.flat())].filter(
    name => name !== context.person.displayName,
  );
  return who.length > 0
    ? say`${together(
        who,
      )} can help you, and approve what needs a second person.`
    : say`A platform admin can help you.`;
}

/** The first that matches is told. */
export const HELP_TOPICS: HelpTopic[] = [
  {
    about: /who|human|person|contact|someone/,
    text: helpers,
  },
  {
    about: /approv|permission|allowed/,
    text: async context =>
      say`Most of what you do with your own things only needs your yes. New production environments, deletions in production, access and spending above a limit need somebody else's too; nobody approves their own. The plan says beforehand who is asked. ${await helpers(
        context,
      )}`,
    example: "What's waiting for my approval?",
  },
  {
    about: /request|confirm|after|what-happens|change/,
    text: () =>
      say`When you agree to a plan it becomes a request with a number. It is written down in Git, built, checked, and then live; its card shows each step, and you can close the page meanwhile. Until it is written down you can cancel it, afterwards undo it.`,
    example: 'Show my requests',
  },
  {
    about: /undo|delet|remov|back/,
    text: context =>
      say`What you made can be undone on its card: it is put to sleep, out of reach, with its data kept for ${counted(
        context.keepDays ?? 7,
        'day',
      )}. Until then you can wake it again.`,
  },
  {
    about: /password|credential|secret|login|log-in/,
    text: () =>
      say`Passwords are made at random and kept in the vault. I never write them in a chat; ask for one and I show you the page that reveals it, once.`,
    example: 'Where is the password of my database?',
  },
  {
    about: /quota|room|limit/,
    text: () =>
      say`A quota is the room that a team has: how many environments, how much computing power, memory and disk. Each plan shows what would be left.`,
    example: 'How much room do we have left?',
  },
  {
    about: /cost|budget|money|spend|price/,
    text: () =>
      say`Everything has a price a month, and every team a budget. Each plan shows what it costs before you agree.`,
    example: 'What do we spend?',
  },
  {
    about: /database|cache|postgres|mysql|redis/,
    text: context =>
      say`A database lives in an environment. You can have ${titles(
        context,
        'database',
      )}, and as caches ${titles(context, 'cache')}.`,
    example: 'Add a small PostgreSQL database',
  },
  {
    about: /blueprint|app|deploy|site|website|blog|install/,
    text: context =>
      say`You can deploy ${titles(
        context,
        'application',
      )}. Say which and for whom; I propose a name, say what it costs, and wait for your yes. Its environment and database come with it.`,
    example: 'I need a WordPress site for my team',
  },
  {
    about: /environment|namespace/,
    text: () =>
      say`An environment is a safe place for your team's applications, with its own budget and limits. Say what it is for: ${alternatives(
        ['development', 'testing', 'staging', 'production'],
      )}.`,
    example: 'I need a development environment',
  },
];
