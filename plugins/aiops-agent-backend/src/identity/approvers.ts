import type { Directory } from '@aiops-portal/plugin-aiops-agent-node';
import { orNothing } from './orNothing';

/**
 * Display names of those one would ask to approve something for a team: its
 * leads, then the admins. Whether they may is for the policies to say.
 */
export function createApproverNames(options: {
  directory: Directory;
  adminGroups: string[];
}): (team: string) => Promise<string[]> {
  const { directory, adminGroups } = options;
  return async team => {
    const groups = await Promise.all(
      [team, ...adminGroups].map(name => orNothing(directory.group(name))),
    );
    const [own, ...admins] = groups;
    const refs = new Set([
      ...(own?.leads ?? []),
      ...admins.flatMap(group => group?.members ?? []),
    ]);
    const people = await Promise.all(
      [...refs].map(ref => orNothing(directory.person(ref))),
    );
    return people.flatMap(person =>
      person && !person.disabled ? [person.displayName] : [],
    );
  };
}
