import type { Level } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Directory,
  DirectoryPerson,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { say } from '../words';

/** The groups whose members see more than names and sentences. */
export interface LevelGroups {
  /** They see resources, commits and what Argo CD says. */
  admin: string[];
  /** They see pods, versions and numbers. */
  developer: string[];
}

const DEFAULT_ADMIN_GROUPS = ['platform-admins'];

/** Reads `aiopsAgent.levels`. */
export function readLevelGroups(config: Config): LevelGroups {
  return {
    admin:
      config.getOptionalStringArray('aiopsAgent.levels.admin') ??
      DEFAULT_ADMIN_GROUPS,
    developer:
      config.getOptionalStringArray('aiopsAgent.levels.developer') ?? [],
  };
}

function levelOf(person: DirectoryPerson, groups: LevelGroups): Level {
  const isIn = (names: string[]) =>
    names.some(name => person.groups.includes(name));
  if (isIn(groups.admin)) {
    return 'admin';
  }
  return isIn(groups.developer) ? 'developer' : 'end-user';
}

/** Tells from a user's ref who they are now, and how much detail they want. */
export class PersonResolver {
  constructor(
    private readonly options: { directory: Directory; levels: LevelGroups },
  ) {}

  /**
   * @throws NotAllowedError when the directory doesn't know them, or their
   * account is disabled; ServiceUnavailableError when it doesn't answer.
   */
  async resolve(userRef: string): Promise<RequestingPerson> {
    const { directory, levels } = this.options;
    let person: DirectoryPerson;
    try {
      person = await directory.person(userRef);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFoundError') {
        throw new NotAllowedError(
          say`You are signed in, but the directory doesn't know you, so nothing was done. Ask a platform admin to add you.`,
          error,
        );
      }
      throw error;
    }
    if (person.disabled) {
      throw new NotAllowedError(
        say`Your account is disabled, so nothing was done. Ask a platform admin if that is a mistake.`,
      );
    }
    return { ...person, level: levelOf(person, levels) };
  }
}
