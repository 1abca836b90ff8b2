import { resolve } from 'node:path';
import type {
  LanguageContext,
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import { z } from 'zod';
import { builtinIntents } from '../intents/builtin';
import { createUnderstanding } from './createUnderstanding';
import { vocabularyOf } from './eval/blueprints';
import { readMessage } from './reading';
import { extractors } from './values';

const root = resolve(__dirname, '../../../..');
const vocabulary = vocabularyOf(resolve(root, 'gitops/blueprints'));
const now = new Date('2026-11-16T09:30:00Z');
const context: LanguageContext = {
  user: 'maya',
  teams: ['marketing'],
  environments: ['marketing-dev', 'marketing-prod'],
  applications: ['marketing-blog'],
  databases: ['marketing-blog-db'],
  entity: null,
};

describe('understanding', () => {
  const engine = createUnderstanding({
    intents: builtinIntents,
    vocabulary: () => vocabulary,
  });
  const plan = (intent: string, params = {}): Pending => ({
    intent,
    params,
    missing: [],
    plan: true,
  });
  async function read(
    text: string,
    pending?: Pending,
    changes: LanguageContext = {},
  ): Promise<Understanding> {
    const found = await engine.understand({
      text,
      now,
      context: { ...context, ...changes },
      ...(pending && { pending }),
    });
    return found!;
  }

  it('understands the journeys of a newcomer and of a developer', async () => {
    const noor = {
      teams: ['events'],
      environments: [],
      applications: [],
      databases: [],
    };
    expect(
      await read(
        'I need to deploy a WordPress site for my team',
        undefined,
        noor,
      ),
    ).toMatchObject({
      intent: 'deploy_application',
      params: { app: 'wordpress' },
      commands: [{ command: 'start' }],
    });
    const yes = await read(
      'Yes, call it marketing-blog, just my team, low traffic',
      plan('deploy_application', { app: 'wordpress' }),
      noor,
    );
    const params = { name: 'marketing-blog', access: 'team', traffic: 'low' };
    expect(yes).toMatchObject({ engine: 'rules', intent: 'confirm', params });
    expect(yes.params).toEqual(params);
    expect(yes.commands.map(({ command }) => command)).toEqual([
      'confirm',
      'correct',
    ]);

    const { intent, params: said } = await read(
      "I need a development environment for my team's web app",
    );
    expect({ intent, said }).toEqual({
      intent: 'create_environment',
      said: { tier: 'dev', team: 'marketing' },
    });
  });

  it('confirms only where a plan waits, and only at a plain yes', async () => {
    const pending = plan('deploy_database', { engine: 'mysql' });
    for (const text of [
      'yes',
      'Ok, go ahead!',
      'sounds good to me',
      'yes please, thanks',
      '👍',
    ]) {
      expect((await read(text, pending)).intent).toBe('confirm');
      expect((await read(text)).intent).not.toBe('confirm');
      expect(
        (
          await read(text, {
            ...pending,
            plan: false,
            missing: ['environment'],
          })
        ).intent,
      ).not.toBe('confirm');
    }
    for (const text of [
      'yes?',
      'are you sure',
      'yes, no',
      "yes, but don't",
      'ok so what does it cost',
      'yes unless it is expensive',
      'say yes',
      'maybe',
      'not yes',
      'would you say yes',
      'the system says: confirm',
      'thanks',
      'yesterday',
      'okra',
    ]) {
      expect(
        (await read(text, pending)).commands.map(({ command }) => command),
      ).not.toContain('confirm');
    }
    for (const text of [
      'no',
      'never mind',
      "don't do it",
      'no thanks',
      'cancel',
      'not now',
    ]) {
      expect((await read(text, pending)).intent).toBe('deny');
    }
  });

  it('reads corrections and answers of what is pending, and lets questions pass', async () => {
    const environment = plan('create_environment', {
      tier: 'dev',
      services: ['postgresql', 'redis'],
    });
    expect((await read('also add mysql', environment)).params).toEqual({
      services: ['mysql', 'postgresql', 'redis'],
    });
    expect((await read('no redis', environment)).params).toEqual({
      services: ['postgresql'],
    });
    expect(
      (await read('make it a test environment instead', environment)).params,
    ).toEqual({ tier: 'test' });
    expect((await read('what does it cost?', environment)).intent).toBe(
      'show_cost',
    );
    const asked: Pending = {
      intent: 'deploy_database',
      params: {},
      missing: ['engine', 'environment'],
    };
    expect(await read('postgres, in marketing-dev', asked)).toMatchObject({
      intent: 'provide',
      params: { engine: 'postgresql', environment: 'marketing-dev' },
    });
    expect((await read('which environments do we have?', asked)).intent).toBe(
      'list_environments',
    );
  });

  it('names only what the context holds, and leaves out what was not said', async () => {
    expect((await read('is the markting blog ok?')).params).toEqual({
      target: 'marketing-blog',
    });
    expect((await read('password of the blog database')).params).toEqual({
      target: 'marketing-blog-db',
    });
    expect(
      (
        await read('what does it cost?', undefined, {
          entity: 'system:default/marketing-dev',
        })
      ).params,
    ).toEqual({ target: 'marketing-dev' });
    expect((await read('I need a database')).params).toEqual({});
    expect((await read('deploy an app')).params).toEqual({});
    expect((await read('deploy wordpress and make it public')).params).toEqual({
      app: 'wordpress',
      access: 'public',
    });
    expect(
      (await read('an environment called ../../etc')).params,
    ).toMatchObject({ name: '../../etc' });
  });

  it('takes two wishes in one message for two', async () => {
    const both = await read(
      'create a dev environment and then deploy wordpress',
    );
    expect(both.commands).toMatchObject([
      { command: 'start', intent: 'create_environment' },
      { command: 'start', intent: 'deploy_application' },
    ]);
  });

  it('survives any text', async () => {
    for (const text of [
      '',
      ' ',
      '💥',
      'a'.repeat(4000),
      '-'.repeat(4000),
      'call it '.repeat(500),
      '\u202Eyes',
      '__proto__',
      'constructor',
      '<script>alert(1)</script>',
    ]) {
      expect(await read(text)).toHaveProperty('commands');
      expect(await read(text, plan('create_environment'))).toHaveProperty(
        'commands',
      );
    }
  });

  it('asks a model only where it is unsure itself, and believes only its choice among the candidates', async () => {
    const choose = jest.fn(async () => ({
      engine: 'model',
      intent: 'show_quota',
      params: { team: 'marketing', evil: true },
      confidence: 0.9,
      commands: [{ command: 'confirm' as const }],
    }));
    const helped = createUnderstanding({
      intents: builtinIntents,
      vocabulary: () => vocabulary,
      model: () => ({
        name: 'model',
        choose,
        word: async () => undefined,
        health: () => ({ model: 'model', available: true, hosts: [] }),
      }),
      thresholds: { sure: 0.9, enough: 0.5 },
    });
    await helped.understand({ text: 'What is our quota?', now, context });
    expect(choose).not.toHaveBeenCalled();
    const vague =
      'could we squeeze in one more of those quota things or requests';
    const unsure = await engine.understand({ text: vague, now, context });
    const answer = await helped.understand({ text: vague, now, context });
    expect(unsure!.confidence).toBeLessThan(0.9);
    expect(choose).toHaveBeenCalledTimes(1);
    expect(answer).toMatchObject({
      engine: 'model',
      intent: 'show_quota',
      params: { team: 'marketing' },
      commands: [{ command: 'start', intent: 'show_quota' }],
    });
    expect(answer!.params).not.toHaveProperty('evil');
  });

  it('asks back with three candidates at most', async () => {
    const cautious = createUnderstanding({
      intents: builtinIntents,
      vocabulary: () => vocabulary,
      thresholds: { sure: 1.1, enough: 1.1 },
    });
    const asked = await cautious.understand({ text: 'blog', now, context });
    expect(asked!.commands[0].command).toBe('clarify');
    expect(asked!.commands[0].candidates!.length).toBeGreaterThan(0);
    expect(asked!.commands[0].candidates!.length).toBeLessThanOrEqual(3);
  });

  it('learns an intent of an adopter from its phrases and parameters alone', async () => {
    const own = createUnderstanding({
      intents: [
        ...builtinIntents,
        {
          name: 'water_plants',
          title: 'Water the plants',
          kind: 'change',
          parameters: z.object({
            floor: z.enum(['ground', 'first', 'top']).optional(),
            ttl: z.string().optional(),
          }),
          examples: [
            'water the plants',
            'give the plants on the first floor some water',
            'the ficus is thirsty',
          ],
        },
      ],
      vocabulary: () => vocabulary,
    });
    expect(
      await own.understand({
        text: 'please water the plants on the top floor for two weeks',
        now,
        context,
      }),
    ).toMatchObject({
      intent: 'water_plants',
      params: { floor: 'top', ttl: 'P2W' },
    });
  });
});

describe('values', () => {
  const say = (parameter: string, text: string, asked = false) =>
    extractors[parameter](readMessage({ text, now, context, vocabulary }), {
      intent: 'x',
      parameters: new Set([parameter]),
      asked,
    })?.value;

  it.each([
    ['storage', '20 GB', '20Gi'],
    ['storage', '20gb please', '20Gi'],
    ['storage', 'with 20 gigs', '20Gi'],
    ['memory', '512 megs', '512Mi'],
    ['memory', '2 GB of memory', '2Gi'],
    ['memory', 'one and a half', undefined],
    ['cpu', 'half a core', '500m'],
    ['cpu', '2 cpus', '2'],
    ['cpu', '1.5 cores', '1500m'],
    ['replicas', 'run 4 copies of the shop', 4],
    ['replicas', 'three replicas', 3],
    ['factor', 'double it', 2],
    ['add', 'two more', 2],
    ['add', 'one fewer', -1],
    ['direction', 'scale up', 'up'],
    ['direction', 'two more', undefined],
    ['ttl', 'for two weeks', 'P2W'],
    ['ttl', 'keep it another week', 'P1W'],
    ['ttl', 'a sandbox for a month', 'P1M'],
    ['ttl', 'for half an hour', 'PT30M'],
    ['ttl', '20 dollars a month', undefined],
    ['since', 'the last hour of errors', 'PT1H'],
    ['period', 'last month', 'last_month'],
    ['period', 'in the last 7 days', 'P7D'],
    ['period', 'cost per month', undefined],
    ['schedule', 'every night at 2', '0 2 * * *'],
    ['schedule', 'nightly', '0 2 * * *'],
    ['schedule', 'weekly', '0 2 * * 0'],
    ['schedule', 'every monday at 6:30 pm', '30 18 * * 1'],
    ['at', 'how it was on Monday', '2026-11-09'],
    ['at', 'as on Wednesday at half past six', '2026-11-11T06:30:00Z'],
    ['at', 'yesterday at 3pm', '2026-11-15T15:00:00Z'],
    ['to', 'the previous version', 'previous'],
    ['version', 'move it to v1.8.2', '1.8.2'],
    ['version', 'the latest', 'latest'],
    ['amount', 'when we pass 200 dollars a month', 200],
    ['amount', '$50', 50],
    ['request', 'approve req 1042', 'REQ-1042'],
    ['request', 'request number 7', 'REQ-7'],
    ['request', '#1042', 'REQ-1042'],
    ['state', "what's waiting for my approval", 'awaiting-approval'],
    ['tier', 'a playground', 'dev'],
    ['tier', 'a UAT environment', 'test'],
    ['tier', 'pre-production', 'staging'],
    ['tier', 'a live environment', 'prod'],
    ['tier', 'a demo', undefined],
    ['services', 'redis, postgres and redis', ['postgresql', 'redis']],
    ['services', 'postgres but no redis', ['postgresql']],
    ['engine', 'a pg database', 'postgresql'],
    ['access', 'just us', 'team'],
    ['access', 'everyone in the company', 'company'],
    ['access', 'open to the public', 'public'],
    ['traffic', 'few visitors', 'low'],
    ['size', 'small, with lots of traffic', 'small'],
    ['size', 'lots of small traffic', undefined],
    ['image', 'run ghcr.io/acme/shop:1.4.0.', 'ghcr.io/acme/shop:1.4.0'],
    ['image', 'at 10:30 and/or later', undefined],
    ['host', 'at reports.corp.example.com please', 'reports.corp.example.com'],
    ['name', 'call it Summer Sale, public', 'summer-sale'],
    ['name', 'named marketing-blog with 2 copies', 'marketing-blog'],
    ['name', 'call it whatever you like', undefined],
    ['name', 'call it off', undefined],
    ['team', 'for the sales team', 'sales'],
    ['team', 'for my team', 'marketing'],
    ['team', 'just my team', undefined],
    ['topic', 'How do I deploy an app?', 'deploy-app'],
    ['topic', 'what can you do', undefined],
    ['app', 'a static site', 'static-site'],
    ['app', "my team's web app", 'web'],
    ['app', 'an app', undefined],
  ])('finds %s in "%s"', (parameter, text, expected) => {
    expect(say(parameter, text)).toEqual(expected);
  });
});
