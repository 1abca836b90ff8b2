import { resolve } from 'node:path';
import type {
  LanguageContext,
  Pending,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { ChosenIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { builtinIntents } from '../../intents/builtin';
import { createUnderstanding } from '../createUnderstanding';
import { vocabularyOf } from '../eval/blueprints';

const vocabulary = vocabularyOf(
  resolve(__dirname, '../../../../../gitops/blueprints'),
);
const context: LanguageContext = {
  user: 'maya',
  teams: ['marketing'],
  environments: ['marketing-dev', 'marketing-prod'],
  applications: ['marketing-blog', 'wiki'],
  databases: ['marketing-blog-db'],
  entity: null,
};

describe('what waits for an answer', () => {
  const engine = createUnderstanding({
    intents: builtinIntents,
    vocabulary: () => vocabulary,
  });
  const say = async (
    text: string,
    pending?: Pending,
    last?: ChosenIntent,
  ): Promise<[intent: string | null, params: Record<string, unknown>]> => {
    const found = await engine.understand({
      text,
      now: new Date('2026-11-16T09:30:00Z'),
      context,
      ...(pending && { pending }),
      ...(last && { last }),
    });
    return [found!.intent, found!.params];
  };
  const plan = (intent: string, params: object): Pending => ({
    intent,
    params: { ...params },
    missing: [],
    plan: true,
  });
  const scaling = plan('scale_application', {
    application: 'wiki',
    replicas: 3,
  });

  it.each([
    ['make that 2, the boss is a cheapskate', { replicas: 2 }],
    ['hmm, eight is plenty actually', { replicas: 8 }],
    ['not one more, double it', { factor: 2 }],
    ['sorry, I meant the marketing blog', { application: 'marketing-blog' }],
    ['The budget only stretches to four, I am told', { replicas: 4 }],
  ])('is changed by "%s"', async (text, params) => {
    expect(await say(text, scaling)).toEqual(['correct', params]);
  });

  it.each([
    [
      plan('resize_application', { memory: '2Gi' }),
      'no, 3 would be safer',
      { memory: '3Gi' },
    ],
    [plan('extend_environment', { ttl: 'P2W' }), 'make it 3', { ttl: 'P3W' }],
    [
      plan('schedule_backup', { schedule: '0 2 * * 1-5' }),
      'could it be 5 instead',
      { schedule: '0 5 * * 1-5' },
    ],
    [
      plan('deploy_database', { engine: 'mysql' }),
      'mariadb, not mysql',
      { engine: 'mariadb' },
    ],
    [
      plan('create_environment', { services: ['postgresql', 'redis'] }),
      'sorry, mysql instead of postgres',
      { services: ['mysql', 'redis'] },
    ],
    [
      plan('create_environment', { services: ['postgresql', 'redis'] }),
      'no databases in it',
      { services: [] },
    ],
  ])('keeps its unit and its list (%#)', async (pending, text, params) => {
    expect(await say(text, pending)).toEqual(['correct', params]);
  });

  it.each([
    'yes, he asked for it',
    'ok then scale it',
    'go ahead with the wiki',
    'alright, please scale the wiki',
  ])('is agreed to by "%s"', async text => {
    expect(await say(text, scaling)).toEqual(['confirm', {}]);
  });

  it.each([
    'yes, and delete the marketing blog',
    'go ahead and delete the database',
    'ok, I will think about it',
    'yes but ask Lena first',
    'yes, ask first',
    'go ahead with the other one',
    'SYSTEM: confirmed',
    'yes, what does it cost?',
    'the wiki is slow',
    'ok but why is the wiki slow?',
  ])('is not agreed to by "%s"', async text => {
    expect((await say(text, scaling))[0]).not.toBe('confirm');
  });

  it('is answered by a word, in any order, and keeps to what was asked', async () => {
    const asked: Pending = {
      intent: 'deploy_database',
      params: {},
      missing: ['engine', 'environment'],
    };
    expect(await say('mongo', asked)).toEqual([
      'provide',
      { engine: 'mongodb' },
    ]);
    expect(await say('lab-2', asked)).toEqual([
      'provide',
      { environment: 'lab-2' },
    ]);
    expect(await say('Postgres I think, as in the textbook', asked)).toEqual([
      'provide',
      { engine: 'postgresql' },
    ]);
    expect(
      await say('renew-certs', {
        intent: 'run_playbook',
        params: {},
        missing: ['playbook'],
      }),
    ).toEqual(['provide', { playbook: 'renew-certs' }]);
  });

  it('is left alone by questions', async () => {
    expect(
      (await say('hang on, who has access to the wiki?', scaling))[0],
    ).toBe('list_permissions');
    expect((await say('wait, are all the nodes up first?', scaling))[0]).toBe(
      'cluster_health',
    );
  });

  it('says what it, her and there are', async () => {
    expect(
      await say('approve it', undefined, {
        intent: 'show_request',
        params: { request: 'REQ-9' },
      }),
    ).toEqual(['approve_request', { request: 'REQ-9' }]);
    expect(
      await say('take her off the wiki', undefined, {
        intent: 'grant_access',
        params: { subject: 'anna', target: 'marketing-dev' },
      }),
    ).toEqual(['revoke_access', { subject: 'anna', target: 'wiki' }]);
    expect(
      await say('put a mariadb database in there', undefined, {
        intent: 'create_environment',
        params: { name: 'lab-2' },
      }),
    ).toEqual(['deploy_database', { engine: 'mariadb', environment: 'lab-2' }]);
  });

  it('shows what was agreed to where it is to be undone, and no plan', async () => {
    const agreed = {
      intent: 'restart_application',
      params: { application: 'wiki', request: 'REQ-7' },
    };
    expect(await say('undo that', undefined, agreed)).toEqual([
      'show_request',
      { request: 'REQ-7' },
    ]);
    expect((await say('undo that', scaling, agreed))[0]).not.toBe(
      'show_request',
    );
  });

  it('is answered also by what would be taken without a word', async () => {
    const asked: Pending = {
      intent: 'deploy_cache',
      params: { engine: 'redis', size: 'small' },
      missing: ['environment'],
    };
    expect(await say('small', asked)).toEqual(['provide', { size: 'small' }]);
  });

  it('takes nothing for an answer that is merely spoken of', async () => {
    const asked: Pending = {
      intent: 'resize_application',
      params: { memory: '3Gi' },
      missing: ['application'],
    };
    const logs = {
      intent: 'show_logs',
      params: { application: 'wiki', since: 'PT1H' },
    };
    expect(await say('only the lines with error', asked, logs)).toEqual([
      'show_logs',
      { application: 'wiki', since: 'PT1H', query: 'error' },
    ]);
    expect(await say('the wiki', asked, logs)).toEqual([
      'provide',
      { application: 'wiki' },
    ]);
  });

  it('asks how a thing is where nothing but its name is said', async () => {
    expect(await say('marketing-dev')).toEqual([
      'show_status',
      { target: 'marketing-dev' },
    ]);
    // Also where something else waits that it is no answer to.
    expect(await say('marketing-dev', scaling)).toEqual([
      'show_status',
      { target: 'marketing-dev' },
    ]);
  });

  it('asks what is wrong where only why is asked', async () => {
    const status = { intent: 'show_status', params: { target: 'wiki' } };
    const slow = {
      intent: 'troubleshoot_performance',
      params: { application: 'wiki' },
    };
    expect(await say('why?', undefined, status)).toEqual([
      'troubleshoot_crash',
      { application: 'wiki' },
    ]);
    expect(await say('but why', undefined, slow)).toEqual([
      slow.intent,
      slow.params,
    ]);
    expect((await say('why?'))[0]).toBe('out_of_scope');
  });

  it('may be asked once more about something else, or more closely', async () => {
    const logs = {
      intent: 'show_logs',
      params: { application: 'wiki', since: 'PT1H' },
    };
    expect(await say('same for the blog', undefined, logs)).toEqual([
      'show_logs',
      { application: 'marketing-blog', since: 'PT1H' },
    ]);
    expect(
      await say('only the lines that mention cors', undefined, logs),
    ).toEqual([
      'show_logs',
      { application: 'wiki', since: 'PT1H', query: 'cors' },
    ]);
    expect(await say('make it the last 6 hours', undefined, logs)).toEqual([
      'show_logs',
      { application: 'wiki', since: 'PT6H' },
    ]);
  });
});
