import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';

/** Maya and Lena are in marketing; Ada is an admin; Dev is in another team. */
export const PEOPLE = {
  maya: person('maya', 'Maya', ['marketing'], ['developers']),
  lena: person('lena', 'Lena', ['marketing']),
  ada: person('ada', 'Ada', [], ['platform-admins']),
  dev: person('dev', 'Dev', ['shop'], ['developers']),
};

function person(
  name: string,
  displayName: string,
  teams: string[],
  groups: string[] = [],
): RequestingPerson {
  return {
    userRef: `user:default/${name}`,
    displayName,
    teams,
    groups: [...teams, ...groups],
    disabled: false,
    level: 'end-user',
  };
}
