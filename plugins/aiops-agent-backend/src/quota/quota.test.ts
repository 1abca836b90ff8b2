import { readPlatform } from '@aiops-portal/plugin-aiops-agent-node';
import { createComposer } from '../planning/composer';
import { applyEdits } from '../planning/diff';
import { platformWith } from '../planning/__testUtils__/platform';
import { createQuota, overQuota } from './quota';

const options = { domain: 'corp.example.com', now: new Date(0) };
const GIB = 1024 ** 3;
const compose = createComposer(platformWith(), options);
const environment = (name: string, size?: 'small' | 'large') =>
  compose.environment({ name, team: 'events', tier: 'dev', size }).edits;
const database = (name: string, size?: 'small' | 'large', home = 'events-a') =>
  compose.deploy({
    blueprint: 'postgresql',
    name,
    size,
    environment: { name: home, team: 'events', tier: 'dev' },
  }).edits;

describe('quota', () => {
  it("counts a team's environments, databases, requests and disk", () => {
    const platform = platformWith([
      ...environment('events-a'),
      ...database('data'),
    ]);
    expect(createQuota(platform).ofTeam('events')).toEqual([
      {
        resource: 'environments',
        title: 'Environments',
        used: 1,
        usedAfter: 1,
        limit: 3,
        text: '1 of 3',
      },
      {
        resource: 'cpu',
        title: 'CPU',
        used: 0.1,
        usedAfter: 0.1,
        limit: 8,
        text: '0.1 of 8 cores',
      },
      {
        resource: 'memory',
        title: 'Memory',
        used: GIB / 4,
        usedAfter: GIB / 4,
        limit: 16 * GIB,
        text: '0.3 of 16 GiB',
      },
      {
        resource: 'storage',
        title: 'Disk',
        used: 5 * GIB,
        usedAfter: 5 * GIB,
        limit: 200 * GIB,
        text: '5 of 200 GiB',
      },
      {
        resource: 'databases',
        title: 'Databases',
        used: 1,
        usedAfter: 1,
        limit: 8,
        text: '1 of 8',
      },
    ]);
    const [, cpu, , , databases] = createQuota(platform).ofTeam('shop');
    expect(databases.text).toBe('0 of 8');
    expect(cpu.limit).toBe(12);
  });

  it('says what is over, by how much and what to do', () => {
    const before = platformWith(
      ['events-a', 'events-b', 'events-c'].flatMap(name => environment(name)),
    );
    const after = readPlatform(
      applyEdits(before.files, environment('events-d')),
      'after',
    );
    const lines = createQuota(before).change(after, 'events');
    expect(lines[0]).toMatchObject({ used: 3, usedAfter: 4, text: '4 of 3' });
    expect(overQuota(lines, 'events')).toBe(
      'There is no room for it: events would have 4 environments, 1 environment more than its 3. Make it smaller, remove something, or ask for more room.',
    );
    expect(overQuota(createQuota(after).ofTeam('events'), 'events')).toBe(
      undefined,
    );
    const less = createQuota(after).change(before, 'events');
    expect(overQuota(less, 'events')).toBeUndefined();
  });

  it("refuses what an environment's own quota would keep from starting", () => {
    const before = platformWith([
      ...environment('events-a', 'small'),
      ...database('one', 'large'),
    ]);
    const after = readPlatform(
      applyEdits(before.files, database('two', 'small')),
      'after',
    );
    const lines = createQuota(before).change(after, 'events');
    expect(lines.map(({ title }) => title)).toEqual([
      'Environments',
      'CPU',
      'Memory',
      'Disk',
      'Databases',
      'CPU in events-a',
      'Memory in events-a',
      'Disk in events-a',
    ]);
    expect(overQuota(lines, 'events')).toContain(
      'events-a would have 2.1 cores, 0.1 cores more than its 2;',
    );
  });

  it.each([
    ['are missing', undefined],
    ['are no YAML', '{'],
    ['are no quantities', 'default: { environments: 3, cpu: lots }'],
    [
      'name something unknown',
      'default: { environments: 3, cpu: 1, memory: 1Gi, storage: 1Gi, databases: 1, colour: 1 }',
    ],
  ])('is unknown, and not unlimited, when quotas %s', (_, content) => {
    const { files, ...rest } = platformWith();
    const changed = applyEdits(files, [
      { path: 'policies/quotas.yaml', content },
    ]);
    expect(createQuota({ ...rest, files: changed }).ofTeam('events')).toEqual(
      [],
    );
  });
});
