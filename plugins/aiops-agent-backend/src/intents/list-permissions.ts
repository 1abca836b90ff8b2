import type { Detail, Item } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type Deployed,
  type EnvironmentAccess,
  type IntentContext,
  type PersonalAccess,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import {
  askForTarget,
  entityRefOf,
  findEnvironment,
  findTarget,
  impliedTarget,
  nameOf,
  thingsIn,
  type Target,
} from './finding';
import { listPermissionsPhrases } from './list-permissions.phrases';
import { sees, tierWord, together } from './wording';

const parameters = z.object({
  target: z
    .string()
    .optional()
    .describe('An application, a database or an environment'),
});

const names = (people: PersonalAccess[]) =>
  together(people.map(({ name }) => name));

/** `may change it, and agrees to what others ask for` */
function mayWord({ fixes, changes, approves }: PersonalAccess): string {
  const own = () => {
    if (changes === 'alone') {
      return 'may change it';
    }
    if (changes === 'with-approval') {
      return fixes === 'alone'
        ? 'may scale and fix it; other changes need somebody else to agree'
        : 'may change it when somebody else agrees';
    }
    return fixes === 'no' ? 'may look' : 'may scale and fix it';
  };
  return approves ? `${own()}; agrees to what others ask for` : own();
}

function positionWord({ member, lead, admin }: PersonalAccess): string {
  if (lead) {
    return 'leads the team';
  }
  if (member) {
    return 'in the team';
  }
  return admin ? 'administers the platform' : 'not in the team';
}

function personItem(who: PersonalAccess, context: IntentContext): Item {
  return {
    title: who.name,
    subtitle: `${positionWord(who)} · ${mayWord(who)}`,
    value:
      sees(context.person.level, 'developer') && who.roles.length > 0
        ? who.roles.join(', ')
        : undefined,
    tone: 'neutral',
    entityRef: who.userRef,
  };
}

function reachWord({ access }: Deployed, team: string): string {
  switch (access) {
    case 'public':
      return 'everyone on the internet';
    case 'company':
      return 'everyone in the company';
    default:
      return `the team ${team} only`;
  }
}

function siteItem(thing: Deployed, team: string): Item {
  return {
    title: thing.name,
    subtitle: `its site opens for ${reachWord(thing, team)}: ${together(
      thing.hosts,
    )}`,
    tone: thing.access === 'public' ? 'warning' : 'neutral',
    entityRef: entityRefOf(thing.role, thing.name),
  };
}

function detailsOf(
  { people, bindings }: EnvironmentAccess,
  { person }: IntentContext,
): Detail[] {
  const details: Detail[] = [];
  if (sees(person.level, 'developer')) {
    details.push({
      title: 'Names and roles',
      body: people
        .map(
          who =>
            `${who.userRef}  role ${who.roles.join(', ') || 'none'}, changes ${
              who.changes
            }, fixes ${who.fixes}${who.approves ? ', approves' : ''}`,
        )
        .join('\n'),
      language: 'text',
      level: 'developer',
    });
  }
  if (sees(person.level, 'admin')) {
    details.push(
      {
        title: 'Role bindings in Git',
        body: bindings
          .map(
            ({ name, role, subjects, path }) =>
              `${name}: ${subjects
                .map(subject => `${subject.kind}/${subject.name}`)
                .join(', ')} -> ${role}  (${path})`,
          )
          .join('\n'),
        language: 'text',
        level: 'admin',
      },
      {
        title: 'Policies that say so',
        body: people
          .map(who => `${who.userRef}  ${who.rules.join(', ') || 'none'}`)
          .join('\n'),
        language: 'text',
        level: 'admin',
      },
    );
  }
  return details;
}

/** Who of them may do something, in a sentence or two. */
function sentence(
  target: Target,
  access: EnvironmentAccess,
  team: string,
): string {
  const { people } = access;
  const own = people.filter(({ member, lead }) => member || lead);
  const admins = people.filter(({ admin }) => admin);
  const others = people.filter(who => ![...own, ...admins].includes(who));
  const where =
    target.kind === 'environment'
      ? `**${nameOf(target)}** is for ${tierWord(target.environment.tier)} and`
      : `**${nameOf(target)}** lives in **${target.thing.environment}** and`;
  const parts = [
    own.length > 0
      ? `${where} belongs to the team **${team}**: ${names(own)}.`
      : `${where} belongs to the team **${team}**, in which nobody is at the moment.`,
    ...(admins.length > 0
      ? [
          `${names(admins)} ${
            admins.length === 1 ? 'administers' : 'administer'
          } the platform and ${
            admins.length === 1 ? 'reaches' : 'reach'
          } everything.`,
        ]
      : []),
    ...(others.length > 0 ? [`${names(others)} may look.`] : []),
  ];
  return parts.join(' ');
}

async function permissionsOf(
  target: Target,
  context: IntentContext,
): Promise<Answer> {
  const environment =
    target.kind === 'environment'
      ? target.environment
      : findEnvironment(target.thing.environment, context);
  if (!environment) {
    return { text: 'There is nothing of that name that I can show you.' };
  }
  const access = await context.accessTo(environment);
  const things =
    target.kind === 'environment'
      ? thingsIn(environment.name, context.platform)
      : [target.thing];
  const sites = things.filter(({ hosts }) => hosts.length > 0);
  return {
    text: sentence(target, access, access.team),
    items: [
      ...access.people.map(who => personItem(who, context)),
      ...sites.map(thing => siteItem(thing, access.team)),
    ],
    details: detailsOf(access, context),
  };
}

/** Who may see, change and approve, and whom a site opens for. */
export const listPermissions = defineIntent({
  name: 'list_permissions',
  title: 'See who has access',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listPermissionsPhrases,

  async prepare(params, context) {
    const target = params.target
      ? findTarget(params.target, context)
      : impliedTarget(context);
    if (target) {
      return { params: { target: nameOf(target) }, missing: [] };
    }
    const question = askForTarget({
      parameter: 'target',
      text: 'Whose access do you mean?',
      said: params.target,
      context,
    });
    return { params: {}, missing: [question] };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    return target
      ? permissionsOf(target, context)
      : { text: 'There is nothing of that name that I can show you.' };
  },
});
