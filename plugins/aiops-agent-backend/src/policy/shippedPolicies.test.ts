import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Directory,
  DirectoryGroup,
  DirectoryPerson,
  Environment,
  PlanDraft,
  PlannedAct,
} from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { parse } from 'yaml';
import { shippedFiles } from '../planning/__testUtils__/platform';
import { CedarPolicyService } from './CedarPolicyService';

interface PolicyTest {
  name: string;
  person: string;
  requester?: string;
  act: Partial<PlannedAct> & { intent: string; environment: string };
  cost?: { delta: number; spent: number; priced?: boolean };
  quota?: 'exceeded' | 'unknown';
  expect: {
    outcome?: string;
    approves?: boolean;
    says?: string;
    who?: string[];
    approvals?: number;
  };
}

interface World {
  groups: Record<
    string,
    { team?: boolean; leads?: string[]; members: string[] }
  >;
  people: Record<string, string | { name: string; disabled: boolean }>;
  environments: Record<string, Pick<Environment, 'team' | 'tier'>>;
}

const files = shippedFiles();
const read = (name: string) =>
  parse(files.get(`policies/tests/${name}.yaml`) ?? '');
const world: World = read('people');
const ref = (name: string) => `user:default/${name}`;

function person(name: string): DirectoryPerson {
  const entry = world.people[name];
  if (!entry) {
    throw new NotFoundError(name);
  }
  const groups = Object.entries(world.groups).filter(([, one]) =>
    one.members.includes(name),
  );
  return {
    userRef: ref(name),
    displayName: typeof entry === 'string' ? entry : entry.name,
    groups: groups.map(([title]) => title),
    teams: groups.filter(([, one]) => one.team).map(([title]) => title),
    disabled: typeof entry !== 'string' && entry.disabled,
  };
}

function group(name: string): DirectoryGroup {
  const entry = world.groups[name];
  if (!entry) {
    throw new NotFoundError(name);
  }
  return {
    name,
    title: name,
    leads: (entry.leads ?? []).map(ref),
    members: entry.members.map(ref),
  };
}

const directory: Directory = {
  person: async userRef => person(userRef.split('/')[1]),
  group: async name => group(name),
  teams: async () => [],
};

const environments: Environment[] = Object.entries(world.environments).map(
  ([name, one]) => ({ ...one, name, path: `environments/${name}` }),
);

function factsOf(test: PolicyTest, policyFiles = files, head = 'shipped') {
  const { delta, spent, priced = true } = test.cost ?? { delta: 10, spent: 0 };
  const team =
    test.act.team ??
    world.environments[test.act.environment]?.team ??
    'marketing';
  const cost: Plan['cost'] = {
    currency: 'USD',
    before: 0,
    after: delta,
    delta,
    priced,
    budget: {
      team,
      amount: 400,
      spent,
      spentAfter: spent + delta,
      currency: 'USD',
    },
  };
  const quota: Plan['quota'] = [
    {
      resource: 'environments',
      title: 'Environments',
      used: 2,
      usedAfter: test.quota === 'exceeded' ? 4 : 3,
      limit: 3,
      text: '',
    },
  ];
  const act: PlannedAct = {
    tier: world.environments[test.act.environment]?.tier ?? 'dev',
    creates: false,
    deletes: false,
    access: 'team',
    ...test.act,
    team,
  };
  const draft = { team, risk: 'low', acts: [act] } as unknown as PlanDraft;
  return {
    platform: {
      head,
      files: policyFiles,
      environments,
      deployed: [],
      problems: [],
    },
    draft,
    cost,
    quota: test.quota === 'unknown' ? [] : quota,
    now: new Date('2026-11-16T09:30:00Z'),
  };
}

const options = { directory, adminGroups: ['platform-admins'] };

describe('the shipped policies', () => {
  const policy = new CedarPolicyService(options);
  const asked: PolicyTest[] = [...read('asking'), ...read('agreeing')];

  it.each(asked)('$name', async test => {
    const decision = await policy.decide({
      ...factsOf(test),
      person: person(test.person),
    });
    expect(decision).toMatchObject({ outcome: test.expect.outcome });
    expect(decision.reasons.join(' ')).toContain(test.expect.says ?? '');
    expect(decision.reasons.length > 0).toBe(test.expect.outcome !== 'allow');
    const who = test.expect.who ?? decision.approvers;
    expect([...decision.approvers].sort()).toEqual([...who].sort());
    expect(decision.approvalsNeeded).toBe(
      test.expect.approvals ?? decision.approvalsNeeded,
    );
  });

  it.each(read('approving') as PolicyTest[])('$name', async test => {
    const answer = await policy.mayApprove(
      person(test.person),
      ref(test.requester ?? ''),
      factsOf(test),
    );
    expect(answer.allowed).toBe(test.expect.approves);
    expect(answer.reason ?? '').toContain(test.expect.says ?? '');
  });

  it('show an environment to its team, to viewers and to administrators', () => {
    const seen = (name: string) =>
      policy.maySee(person(name), { name: 'marketing-dev', team: 'marketing' });
    expect(['maya', 'lena', 'ada', 'vic'].map(seen)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['dev', 'noor', 'max'].map(seen)).toEqual([false, false, false]);
  });
});

describe('CedarPolicyService', () => {
  const test: PolicyTest = {
    name: '',
    person: 'ada',
    act: { intent: 'deploy_application', environment: 'marketing-dev' },
    expect: {},
  };

  it.each([
    ['is not Cedar', '@id("x") permit principal'],
    [
      'asks for what is not in the schema',
      '@id("x") permit (principal, action, resource) when { resource.colour == "red" };',
    ],
    ['has no id', 'permit (principal, action, resource);'],
    [
      'has the id of another one',
      '@id("others-things") permit (principal, action, resource);',
    ],
    [
      'asks for a number of approvals that is none',
      '@id("x") @approvals("many") permit (principal, action, resource);',
    ],
  ])('denies everything when a rule %s', async (what, rule) => {
    const policy = new CedarPolicyService(options);
    const facts = factsOf(
      test,
      new Map([...files, ['policies/99-more.cedar', rule]]),
      what,
    );
    for (let attempt = 0; attempt < 2; attempt++) {
      const decision = await policy.decide({ ...facts, person: person('ada') });
      expect(decision.outcome).toBe('deny');
      expect(decision.reasons[0]).toMatch(
        /^The rules .* can't be read, so nothing may be changed until a platform administrator has mended them/,
      );
    }
    const { allowed } = await policy.mayApprove(
      person('lena'),
      ref('maya'),
      facts,
    );
    expect(allowed).toBe(false);
  });

  it('denies everything without rules', async () => {
    const policy = new CedarPolicyService(options);
    const decision = await policy.decide({
      ...factsOf(test, new Map(), 'none'),
      person: person('ada'),
    });
    expect(decision.outcome).toBe('deny');
  });

  it('denies when a rule fails while it is asked', async () => {
    const policy = new CedarPolicyService(options);
    const overflow =
      '@id("x") forbid (principal, action, resource) when { "context" == "" || 9223372036854775807 + 1 > 0 };';
    const decision = await policy.decide({
      ...factsOf(
        test,
        new Map([...files, ['policies/99-more.cedar', overflow]]),
        'overflow',
      ),
      person: person('ada'),
    });
    expect(decision.outcome).toBe('deny');
  });

  it('follows the rules of the commit it is asked about', async () => {
    const policy = new CedarPolicyService(options);
    const strict = new Map([
      ...files,
      [
        'policies/99-more.cedar',
        '@id("freeze") @says("Nothing changes this week.") forbid (principal, action, resource);',
      ],
    ]);
    const outcomes: string[] = [];
    for (const [rules, head] of [
      [files, 'one'],
      [strict, 'two'],
      [files, 'three'],
      [strict, 'four'],
      [files, 'five'],
      [strict, 'six'],
      [files, 'one'],
    ] as const) {
      const decision = await policy.decide({
        ...factsOf(test, rules, head),
        person: person('ada'),
      });
      outcomes.push(decision.outcome);
    }
    expect(outcomes).toEqual([
      'allow',
      'deny',
      'allow',
      'deny',
      'allow',
      'deny',
      'allow',
    ]);
  });

  it('decides nothing while the directory is gone', async () => {
    const gone = async () => {
      throw new ServiceUnavailableError('The directory does not answer');
    };
    const policy = new CedarPolicyService({
      ...options,
      directory: { person: gone, group: gone, teams: gone },
    });
    await expect(
      policy.decide({ ...factsOf(test), person: person('ada') }),
    ).rejects.toThrow('The directory does not answer');
  });
});
