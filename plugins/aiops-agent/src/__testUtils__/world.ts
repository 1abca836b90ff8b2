import type {
  Change,
  Me,
  Message,
  Plan,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';

/** An hour from now: fixtures are used with the real clock. */
function anExpiry(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

const DEPLOYMENT_DIFF = `--- /dev/null
+++ b/k8s-manifests/apps/marketing-blog/marketing-blog/deployment.yaml
@@ -0,0 +1,6 @@
+apiVersion: apps/v1
+kind: Deployment
+metadata:
+  name: marketing-blog
+spec:
+  replicas: 1
`;

/** A WordPress site for events, waiting for a yes. */
export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    hash: 'hash-1',
    state: 'proposed',
    requester: 'user:default/noor',
    team: 'events',
    title: 'A WordPress website and its database',
    summary:
      "I'd call it **events-site**, for **your team only**, sized for **low traffic**, at `events-site.corp.example.com`. Fine, or change something?",
    intents: [{ intent: 'deploy_application', params: { app: 'wordpress' } }],
    decision: {
      outcome: 'allow',
      reasons: ['Your own things outside of production need only your yes.'],
      approvers: [],
      approvalsNeeded: 0,
    },
    cost: {
      currency: 'USD',
      before: 0,
      after: 10,
      delta: 10,
      priced: true,
      lines: [
        { title: 'Website', amount: 6 },
        { title: 'Database, 10 GB', amount: 4 },
      ],
      budget: {
        team: 'events',
        amount: 300,
        spent: 0,
        spentAfter: 10,
        currency: 'USD',
      },
    },
    quota: [
      {
        resource: 'environments',
        title: 'environments',
        used: 0,
        usedAfter: 1,
        limit: 3,
        text: '1 of 3',
      },
    ],
    risk: 'low',
    undo: { days: 7, text: 'to undo, nothing lost' },
    steps: [
      'Make an environment with its budget and limits',
      'Make a password and keep it in the vault',
      'Start a database',
      'Start the website',
      'Check that it answers',
    ],
    files: [
      {
        path: 'k8s-manifests/apps/marketing-blog/marketing-blog/deployment.yaml',
        action: 'add',
        diff: DEPLOYMENT_DIFF,
      },
      {
        path: 'k8s-manifests/platform/environments/marketing-blog/quota.yaml',
        action: 'add',
        diff: DEPLOYMENT_DIFF,
      },
    ],
    links: [],
    fields: [
      { name: 'name', label: 'Name', value: 'events-site' },
      {
        name: 'access',
        label: 'Who can open it',
        value: 'team',
        options: ['team', 'company', 'public'],
      },
      {
        name: 'traffic',
        label: 'Traffic',
        value: 'low',
        options: ['low', 'medium', 'high'],
      },
    ],
    confirmLabel: 'Yes, create it',
    createdAt: new Date().toISOString(),
    expiresAt: anExpiry(),
    ...over,
  };
}

/** The same site on its way. */
export function aChange(over: Partial<Change> = {}): Change {
  const plan = over.plan ?? aPlan({ state: 'confirmed', changeId: 'REQ-1042' });
  return {
    id: 'REQ-1042',
    version: 1,
    state: 'syncing',
    stateText: 'Being built',
    title: 'A WordPress website and its database',
    summary: 'A WordPress website and its database.',
    requester: 'user:default/noor',
    requesterName: 'Noor',
    team: 'events',
    steps: [
      {
        id: 'agreed',
        title: 'Agreed by you',
        state: 'done',
        at: '2026-11-16T10:02:00Z',
      },
      { id: 'written', title: 'Written down', state: 'done' },
      {
        id: 'place',
        title: 'A place for it, with its budget and limits',
        state: 'done',
      },
      { id: 'database', title: 'Database ready', state: 'done' },
      { id: 'website', title: 'Website starting', state: 'active' },
      { id: 'answers', title: 'Checking that it answers', state: 'waiting' },
    ],
    planId: plan.id,
    plan,
    hash: plan.hash,
    commit: {
      sha: '3f2a91c0ffee',
      url: 'http://git.example.com/commit/3f2a91c',
    },
    approvals: [],
    can: { cancel: true, undo: false, approve: false },
    secondsLeft: 38,
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    links: [],
    ...over,
  };
}

function aMessage(over: Partial<Message> = {}): Message {
  return {
    id: `m-${Math.random()}`,
    role: 'assistant',
    text: 'Hello.',
    at: new Date().toISOString(),
    ...over,
  };
}

/** A turn that says this and shows that. */
export function aTurn(
  message: Partial<Message>,
  over: Partial<Turn> = {},
): Turn {
  const whole = aMessage(message);
  return {
    reply: whole.text,
    intent: null,
    params: {},
    plan: whole.plan,
    change: whole.change,
    message: whole,
    ...over,
  };
}

/** New, with nothing yet. */
export function noor(over: Partial<Me> = {}): Me {
  return {
    person: {
      userRef: 'user:default/noor',
      displayName: 'Noor',
      teams: ['events'],
      groups: ['events'],
      level: 'end-user',
    },
    teams: [
      {
        team: 'events',
        title: 'events',
        quota: [
          {
            resource: 'environments',
            title: 'environments',
            used: 0,
            usedAfter: 0,
            limit: 3,
            text: '0 of 3',
          },
        ],
        budget: {
          team: 'events',
          amount: 300,
          spent: 0,
          spentAfter: 0,
          currency: 'USD',
        },
        approvers: ['Lena', 'Ada'],
      },
    ],
    environments: [],
    applications: [],
    databases: [],
    suggestions: [
      { text: 'I need a WordPress site for my team' },
      { text: 'What can I spend?' },
      { text: 'Who can help me?' },
    ],
    changes: [],
    ...over,
  };
}

/** Has been here for a while, and something of hers is ill. */
export function maya(over: Partial<Me> = {}): Me {
  return {
    person: {
      userRef: 'user:default/maya',
      displayName: 'Maya',
      teams: ['marketing'],
      groups: ['marketing', 'developers'],
      level: 'developer',
    },
    teams: [
      {
        team: 'marketing',
        title: 'marketing',
        quota: [
          {
            resource: 'environments',
            title: 'environments',
            used: 2,
            usedAfter: 2,
            limit: 3,
            text: '2 of 3',
          },
          {
            resource: 'memory',
            title: 'memory',
            used: 7.5,
            usedAfter: 7.5,
            limit: 8,
            text: '7.5 of 8 GB',
          },
        ],
        budget: {
          team: 'marketing',
          amount: 400,
          spent: 202.4,
          spentAfter: 202.4,
          currency: 'USD',
        },
        approvers: ['Lena'],
      },
    ],
    environments: [
      {
        kind: 'environment',
        name: 'marketing-dev',
        title: 'marketing-dev',
        entityRef: 'system:default/marketing-dev',
        team: 'marketing',
        tier: 'dev',
        health: 'healthy',
        sentence: 'Everything in it runs.',
        costPerMonth: 42,
      },
    ],
    applications: [
      {
        kind: 'application',
        name: 'marketing-web',
        title: 'marketing-web',
        entityRef: 'component:default/marketing-web',
        team: 'marketing',
        environment: 'marketing-dev',
        health: 'degraded',
        sentence: 'It was restarted 6 times in the last hour.',
        url: 'http://marketing-web.localhost:7105',
        costPerMonth: 18.5,
      },
      {
        kind: 'application',
        name: 'spring-campaign',
        title: 'spring-campaign',
        entityRef: 'component:default/spring-campaign',
        team: 'marketing',
        environment: 'marketing-dev',
        health: 'asleep',
        sentence: 'Asleep since Friday; its data is kept.',
        costPerMonth: 2,
      },
    ],
    databases: [
      {
        kind: 'database',
        name: 'marketing-web-db',
        title: 'marketing-web-db',
        entityRef: 'resource:default/marketing-web-db',
        team: 'marketing',
        environment: 'marketing-dev',
        health: 'healthy',
        sentence: 'Answers; 3 of 10 GB used.',
        costPerMonth: 9,
      },
    ],
    suggestions: [
      { text: 'Why is marketing-web crashing?' },
      { text: 'What did we spend last month?' },
      { text: 'Wake spring-campaign' },
    ],
    changes: [
      aChange({ requester: 'user:default/maya', requesterName: 'Maya' }),
    ],
    ...over,
  };
}
