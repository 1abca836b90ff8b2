import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  PlanDraft,
  PlatformSnapshot,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Decision } from '@aiops-portal/plugin-aiops-agent-common';
import type { Knex } from 'knex';
import { createComposer } from './composer';
import { confirmsWithoutAsking } from './confirms';
import { DatabasePlanStore } from './DatabasePlanStore';
import { DefaultPlanService } from './DefaultPlanService';
import { joinParts } from './part';
import { platformWith } from './__testUtils__/platform';
import type { DraftAgain } from './types';

jest.setTimeout(60_000);

const noor: RequestingPerson = {
  userRef: 'user:default/noor',
  displayName: 'Noor',
  groups: ['events', 'developers'],
  teams: ['events'],
  disabled: false,
  level: 'end-user',
};
const maya = { ...noor, userRef: 'user:default/maya' };

/** As an intent would draft it. */
const draftSite: DraftAgain = async ({ intents: [intent], platform }) => {
  const {
    name,
    access = 'team',
    traffic = 'low',
  } = intent.params as {
    name: string;
    access?: 'team' | 'company' | 'public';
    traffic?: 'low' | 'medium' | 'high';
  };
  const compose = createComposer(platform, {
    domain: 'corp.example.com',
    now: new Date(0),
  });
  const environment = { name, team: 'events', tier: 'dev' as const };
  const part = joinParts([
    compose.environment(environment),
    compose.deploy({
      blueprint: 'wordpress',
      name,
      environment,
      access,
      traffic,
    }),
  ]);
  return {
    ...part,
    title: 'A WordPress website and its database',
    summary: `I'd call it **${name}**.`,
    team: 'events',
    intents: [intent],
    risk: 'low',
    fields: [],
    confirmLabel: 'Yes, create it',
    acts: [
      {
        intent: 'deploy_application',
        environment: name,
        team: 'events',
        tier: 'dev',
        creates: true,
        deletes: false,
        access,
      },
    ],
  };
};

const site = (name: string, more: Record<string, unknown> = {}) => ({
  intent: 'deploy_application',
  params: { name, ...more },
});

describe('plans', () => {
  // PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING is set.
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let clock: Date;
    let platform: PlatformSnapshot;
    let decision: Decision;
    let ids: number;
    let plans: DefaultPlanService;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      const migrations = resolve(
        resolvePackagePath('@aiops-portal/plugin-aiops-agent-backend'),
        'migrations/20261102_plans.js',
      );
      await jest.requireActual(migrations).up(knex);
    });

    beforeEach(async () => {
      await knex('aiops_plans').delete();
      clock = new Date('2026-11-16T09:30:00Z');
      platform = platformWith();
      ids = 0;
      decision = {
        outcome: 'allow',
        reasons: [],
        approvers: [],
        approvalsNeeded: 0,
      };
      plans = new DefaultPlanService({
        store: new DatabasePlanStore(knex),
        policy: {
          decide: async () => decision,
          mayApprove: async () => ({ allowed: false }),
          maySee: () => true,
        },
        platform: async () => platform,
        draftAgain: draftSite,
        now: () => clock,
        newId: () => `plan-${++ids}`,
      });
    });

    const propose = async (
      name = 'conference',
      more: Record<string, unknown> = {},
      conversationId?: string,
    ) =>
      plans.propose({
        draft: await draftSite({
          intents: [site(name, more)],
          person: noor,
          platform,
        }),
        person: noor,
        conversationId,
      });

    const take = (id: string, hash: string, userRef = noor.userRef) =>
      knex.transaction(tx =>
        plans.take(tx, { id, hash, userRef, now: clock, changeId: 'REQ-1' }),
      );

    it('keeps what a plan changes, costs and needs', async () => {
      const plan = await propose();
      expect(plan).toMatchObject({
        id: 'plan-1',
        state: 'proposed',
        requester: 'user:default/noor',
        team: 'events',
        cost: { before: 0, delta: 9.64, priced: true, budget: { amount: 300 } },
        expiresAt: '2026-11-16T10:00:00.000Z',
      });
      expect(plan.steps[0]).toBe('A place for it, with its budget and limits');
      expect(plan.quota.slice(0, 1)).toMatchObject([
        { resource: 'environments', used: 0, usedAfter: 1, limit: 3 },
      ]);
      expect(plan.files).toHaveLength(15);
      expect(plan.files[0]).toMatchObject({ action: 'add' });
      expect(plan.files[0].diff).toMatch(/^--- \/dev\/null\n\+\+\+ b\/k8s/);
      expect(await plans.get('plan-1', noor.userRef)).toEqual(plan);
      const record = await plans.record('plan-1');
      expect(record).toMatchObject({ base: platform.head, plan });
      expect(record.secrets).toHaveLength(2);
    });

    it("is nobody else's to see, to dismiss or to agree to", async () => {
      const { id, hash } = await propose();
      const sentence = 'There is no such plan of yours. Nothing was changed.';
      await expect(plans.get(id, maya.userRef)).rejects.toThrow(sentence);
      await expect(plans.dismiss(id, maya.userRef)).rejects.toThrow(sentence);
      await expect(take(id, hash, maya.userRef)).rejects.toThrow(sentence);
      await expect(plans.get('plan-9', noor.userRef)).rejects.toThrow(sentence);
      await expect(take('plan-9', hash)).rejects.toThrow(sentence);
      expect((await plans.get(id, noor.userRef)).state).toBe('proposed');
    });

    it('is taken once, however many ask at the same time', async () => {
      const { id, hash } = await propose();
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, () => take(id, hash)),
      );
      expect(
        answers.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
      for (const answer of answers) {
        expect(
          answer.status === 'fulfilled' ? '' : String(answer.reason),
        ).toMatch(/^$|You have agreed to this already: it is REQ-1\./);
      }
      expect(await plans.get(id, noor.userRef)).toMatchObject({
        state: 'confirmed',
        changeId: 'REQ-1',
      });
    });

    it('is not taken when what it was taken for fails', async () => {
      const { id, hash } = await propose();
      await expect(
        knex.transaction(async tx => {
          await plans.take(tx, {
            id,
            hash,
            userRef: noor.userRef,
            now: clock,
            changeId: 'REQ-1',
          });
          throw new Error('the request was not written');
        }),
      ).rejects.toThrow('the request was not written');
      expect((await take(id, hash)).plan.state).toBe('confirmed');
    });

    it('is not taken by another hash, after its time, or once put aside', async () => {
      const first = await propose();
      await expect(take(first.id, 'f'.repeat(64))).rejects.toThrow(
        'This is not the plan that you were shown.',
      );
      clock = new Date('2026-11-16T10:00:00Z');
      expect((await plans.get(first.id, noor.userRef)).state).toBe('expired');
      await expect(take(first.id, first.hash)).rejects.toThrow(
        'This plan is too old to be agreed to.',
      );
      const second = await propose();
      expect((await plans.dismiss(second.id, noor.userRef)).state).toBe(
        'dismissed',
      );
      await expect(take(second.id, second.hash)).rejects.toThrow(
        'You have put this plan aside.',
      );
    });

    it("replaces the conversation's older plan, and no other conversation's", async () => {
      const older = await propose('conference', {}, 'talk-1');
      const elsewhere = await propose('conference', {}, 'talk-2');
      await propose('meetup', {}, 'talk-1');
      await expect(take(older.id, older.hash)).rejects.toThrow(
        'A newer plan has taken the place of this one.',
      );
      expect((await take(elsewhere.id, elsewhere.hash)).plan.id).toBe(
        elsewhere.id,
      );
    });

    it('is not put aside once it is agreed to', async () => {
      const { id, hash } = await propose();
      await take(id, hash);
      await expect(plans.dismiss(id, noor.userRef)).rejects.toThrow(
        'You have agreed to this already: it is REQ-1. To stop it, cancel that request.',
      );
    });

    it('is the same agreement upon a newer head, with other quota and words', async () => {
      const { id, hash } = await propose();
      const record = await plans.record(id);
      const other = await draftSite({
        intents: [site('meetup')],
        person: noor,
        platform,
      });
      platform = platformWith(other.edits, 'b'.repeat(40));
      const again = await plans.again(record, noor);
      expect(again.base).toBe('b'.repeat(40));
      expect(again.plan).toMatchObject({ id, hash, state: 'proposed' });
      expect(again.plan.quota[0]).toMatchObject({ used: 1, usedAfter: 2 });
    });

    it('is another agreement when it costs more', async () => {
      const { id, hash } = await propose();
      const record = await plans.record(id);
      const prices = platform.files.get('policies/prices.yaml') ?? '';
      platform = platformWith([
        {
          path: 'policies/prices.yaml',
          content: prices.replace('0.031611', '0.041611'),
        },
      ]);
      expect((await plans.again(record, noor)).plan.hash).not.toBe(hash);
    });

    it('is another agreement for another person, name, size or reach', async () => {
      const { hash } = await propose();
      const others = await Promise.all([
        propose('meetup'),
        propose('conference', { access: 'company' }),
        propose('conference', { traffic: 'high' }),
        plans.propose({
          draft: await draftSite({
            intents: [site('conference')],
            person: maya,
            platform,
          }),
          person: maya,
        }),
      ]);
      const hashes = [hash, ...others.map(plan => plan.hash)];
      expect(new Set(hashes).size).toBe(5);
      expect(await propose()).toMatchObject({ hash });
    });

    it('refuses drafts that would harm the repository', async () => {
      const draft: PlanDraft = await draftSite({
        intents: [site('conference')],
        person: noor,
        platform,
      });
      const proposing = (edits: PlanDraft['edits'], more = {}) =>
        plans.propose({ draft: { ...draft, edits, ...more }, person: noor });
      const apps = 'k8s-manifests/apps/conference/conference';
      await expect(proposing([])).rejects.toThrow('there is nothing to do');
      for (const path of [
        'argo-apps/evil.yaml',
        'policies/quotas.yaml',
        'k8s-manifests/apps/../../argo-apps/evil.yaml',
        'k8s-manifests/apps/.git/config',
        '/etc/passwd',
      ]) {
        await expect(proposing([{ path, content: 'a: 1\n' }])).rejects.toThrow(
          "The portal doesn't write",
        );
      }
      const secrets = [
        { path: 'teams/x', values: { password: { value: 'hunter22' } } },
      ];
      for (const content of [
        'password: hunter22\n',
        'apiVersion: v1\nkind: Secret\nmetadata: { name: x }\n',
        'key: |\n  -----BEGIN RSA PRIVATE KEY-----\n',
      ]) {
        const attempt = proposing([{ path: `${apps}/x.yaml`, content }], {
          secrets,
        });
        await expect(attempt).rejects.toThrow('would hold a secret');
        await expect(attempt).rejects.not.toThrow('hunter22');
      }
      await expect(
        proposing([{ path: `${apps}/x.yaml`, content: 'a: [' }]),
      ).rejects.toThrow('is not valid YAML');
      await expect(
        proposing([{ path: `${apps}/x.yaml`, content: 'kind: Namespace\n' }]),
      ).rejects.toThrow('so nothing was changed');
      expect(await knex('aiops_plans')).toEqual([]);
    });

    it('confirms a yes with changes only where they cost, open and risk no more', async () => {
      const shown = await plans.record((await propose('conference')).id);
      const changed = async (name: string, more = {}) =>
        confirmsWithoutAsking(
          shown,
          await plans.record((await propose(name, more)).id),
        );
      expect(await changed('marketing-blog', { traffic: 'low' })).toBe(true);
      expect(await changed('conference', { traffic: 'high' })).toBe(false);
      expect(await changed('conference', { access: 'company' })).toBe(false);
      decision = { ...decision, outcome: 'needs-approval', approvalsNeeded: 1 };
      expect(await changed('conference')).toBe(false);
    });
  });
});
