import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Someone who can sign in. */
export interface Person {
  /** Also the name in the catalog: `maya`. */
  name: string;
  displayName: string;
  email: string;
  /** What they are, in a sentence. */
  about: string;
  /** Names of their groups, teams first. */
  groups: string[];
  /** Titles of the teams among them. */
  teams: string[];
}

interface Entity {
  kind: string;
  metadata: { name: string; description?: string };
  spec: {
    type?: string;
    profile: { displayName: string; email?: string };
    memberOf?: string[];
  };
}

/** The people and groups as catalog entities, in a file that the catalog can read. */
export const ORG_FILE = join(
  dirname(require.resolve('@aiops-portal/sandbox/package.json')),
  'src/world/org.yaml',
);

/** The people of the sandbox, in the order of the file. */
export function readPeople(file: string = ORG_FILE): Person[] {
  const entities = parseAllDocuments(readFileSync(file, 'utf8')).map(
    document => document.toJS() as Entity,
  );
  const teams = new Map(
    entities
      .filter(entity => entity.kind === 'Group' && entity.spec.type === 'team')
      .map(team => [team.metadata.name, team.spec.profile.displayName]),
  );
  return entities
    .filter(entity => entity.kind === 'User')
    .map(({ metadata, spec }) => {
      const groups = spec.memberOf ?? [];
      return {
        name: metadata.name,
        displayName: spec.profile.displayName,
        email: spec.profile.email ?? '',
        about: metadata.description ?? '',
        groups,
        teams: groups.flatMap(group => teams.get(group) ?? []),
      };
    });
}
