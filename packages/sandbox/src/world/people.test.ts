import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { ORG_FILE, readPeople } from '.';

describe('the people of the sandbox', () => {
  it('are in the groups that name them as members, and only in those', () => {
    const entities = parseAllDocuments(readFileSync(ORG_FILE, 'utf8')).map(d =>
      d.toJS(),
    );
    const pairs = (
      kind: string,
      field: string,
      pair: (a: string, b: string) => string,
    ) =>
      entities
        .filter(e => e.kind === kind)
        .flatMap(e =>
          e.spec[field].map((other: string) => pair(e.metadata.name, other)),
        )
        .sort();
    const fromUsers = pairs(
      'User',
      'memberOf',
      (user, group) => `${group}:${user}`,
    );
    expect(fromUsers).toEqual(
      pairs('Group', 'members', (group, user) => `${group}:${user}`),
    );
    expect(new Set(fromUsers).size).toBe(fromUsers.length);
  });

  it('have a name, an address and a sentence that says what they are', () => {
    const people = readPeople();
    expect(people.map(person => person.name)).toEqual([
      'maya',
      'noor',
      'dev',
      'lena',
      'ada',
      'vic',
    ]);
    for (const person of people) {
      expect(person.email).toBe(`${person.name}@corp.example.com`);
      expect(person.about).toMatch(/\.$/);
    }
    expect(people[0]).toMatchObject({
      displayName: 'Maya Ortiz',
      groups: ['marketing', 'developers'],
      teams: ['Marketing'],
    });
    expect(people[5]).toMatchObject({ groups: ['viewers'], teams: [] });
  });
});
