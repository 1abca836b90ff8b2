import type { Directory } from '@aiops-portal/plugin-aiops-agent-node';

/** Undefined for what isn't in the directory: then there is nobody to ask. */
async function known<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

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
      [team, ...adminGroups].map(name => known(directory.group(name))),
    );
    const [own, ...admins] = groups;
    const refs = new Set([
      ...(own?.leads ?? []),
      ...admins.flatMap(group => group?.members ?? []),
    ]);
    const people = await Promise.all(
      [...refs].map(ref => known(directory.person(ref))),
    );
    return people.flatMap(person =>
      person && !person.disabled ? [person.displayName] : [],
    );
  };
}
