import type {
  Directory,
  DirectoryGroup,
  DirectoryPerson,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError } from '@backstage/errors';

function person(
  name: string,
  teams: string[],
  groups: string[],
  level: RequestingPerson['level'],
): RequestingPerson {
  return {
    userRef: `user:default/${name.toLowerCase()}`,
    displayName: name,
    groups: [...teams, ...groups],
    teams,
    disabled: false,
    level,
  };
}

/** The people of the sandbox. */
export const PEOPLE = {
  maya: person('Maya', ['marketing'], ['developers'], 'end-user'),
  noor: person('Noor', ['events'], ['developers'], 'end-user'),
  dev: person('Dev', ['shop'], ['developers'], 'developer'),
  lena: person('Lena', ['marketing'], [], 'end-user'),
  ada: person('Ada', [], ['platform-admins'], 'admin'),
  vic: person('Vic', [], ['viewers'], 'end-user'),
};

const LEADS: Record<string, string[]> = {
  marketing: [PEOPLE.lena.userRef],
  events: [PEOPLE.lena.userRef],
};

/** A directory that knows them. */
export const directory: Directory = {
  async person(userRef): Promise<DirectoryPerson> {
    const found = Object.values(PEOPLE).find(one => one.userRef === userRef);
    if (!found) {
      throw new NotFoundError(`Nobody is called ${userRef}`);
    }
    return found;
  },
  async group(name): Promise<DirectoryGroup> {
    const members = Object.values(PEOPLE).filter(({ groups }) =>
      groups.includes(name),
    );
    if (members.length === 0) {
      throw new NotFoundError(`There is no group ${name}`);
    }
    return {
      name,
      title: name,
      leads: LEADS[name] ?? [],
      members: members.map(({ userRef }) => userRef),
    };
  },
  async teams() {
    return Promise.all(
      ['marketing', 'events', 'shop'].map(name => this.group(name)),
    );
  },
};
