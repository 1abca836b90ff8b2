import {
  readRoleBindings,
  type Directory,
  type DirectoryPerson,
  type Environment,
  type EnvironmentAccess,
  type PlatformSnapshot,
  type WrittenBinding,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { RightsReader } from '../policy/rights';
import { orNothing } from './orNothing';

const userRefOf = (name: string) => `user:default/${name.toLowerCase()}`;

/**
 * Tells who may do what in an environment: the people of the directory who are
 * in its team, administer the platform, or are bound to a role there in Git,
 * with what the policies let them do.
 */
export function createAccessReader(options: {
  directory: Directory;
  policy: RightsReader;
  adminGroups: string[];
}): (
  environment: Environment,
  platform: PlatformSnapshot,
) => Promise<EnvironmentAccess> {
  const { directory, policy, adminGroups } = options;
  const groupOf = (name: string) => orNothing(directory.group(name));
  return async (environment, platform) => {
    const bindings = readRoleBindings(platform, environment);
    const team = await groupOf(environment.team);
    const others = await Promise.all(
      [...adminGroups, ...subjects(bindings, 'Group')].map(groupOf),
    );
    const refs = new Set([
      ...(team?.leads ?? []),
      ...(team?.members ?? []),
      ...others.flatMap(group => group?.members ?? []),
      ...subjects(bindings, 'User').map(userRefOf),
    ]);
    const known = await Promise.all(
      [...refs].map(ref => orNothing(directory.person(ref))),
    );
    const people = known.filter(
      (who): who is DirectoryPerson => who !== undefined && !who.disabled,
    );
    const rights = await policy.rights(people, environment, platform);
    return {
      team: team?.title ?? environment.team,
      bindings,
      people: people
        .map((who, index) => ({
          userRef: who.userRef,
          name: who.displayName,
          member: who.teams.includes(environment.team),
          lead: team?.leads.includes(who.userRef) ?? false,
          admin: who.groups.some(name => adminGroups.includes(name)),
          ...rights[index],
          roles: rolesOf(who, bindings),
        }))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
    };
  };
}

function rank(who: { member: boolean; lead: boolean; admin: boolean }): number {
  return [who.member || who.lead, who.admin, true].indexOf(true);
}

function subjects(bindings: WrittenBinding[], kind: string): string[] {
  return bindings.flatMap(binding =>
    binding.subjects
      .filter(subject => subject.kind === kind)
      .map(({ name }) => name),
  );
}

function rolesOf(who: DirectoryPerson, bindings: WrittenBinding[]): string[] {
  const isBound = ({ kind, name }: WrittenBinding['subjects'][number]) =>
    kind === 'User'
      ? userRefOf(name) === who.userRef
      : kind === 'Group' && who.groups.includes(name);
  return [
    ...new Set(
      bindings
        .filter(binding => binding.subjects.some(isBound))
        .map(({ role }) => role.split('/').pop()!),
    ),
  ];
}
