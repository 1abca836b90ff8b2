import { mockServices } from '@backstage/backend-test-utils';
import { Ollama } from 'ollama';
import { z } from 'zod';
import { OllamaLanguageModel } from './OllamaLanguageModel';
import { readSettings } from './settings';

const host = process.env.OLLAMA_HOST;
const name = process.env.OLLAMA_MODEL ?? 'llama3.1';
// Another size than any server's own, to see that it is the one in use.
const CONTEXT = 3072;
// A processor needs its time to load a model and to read the first prompt.
const PATIENCE_MS = 300_000;

if (!host) {
  process.stdout.write('A real Ollama is not asked: OLLAMA_HOST names none.\n');
}

const settings = (over: Record<string, number> = {}) =>
  readSettings(
    mockServices.rootConfig({
      data: {
        aiopsAgent: {
          ollama: {
            hosts: [host ?? 'http://127.0.0.1:11434'],
            model: name,
            chooseSeconds: 120,
            wordSeconds: 120,
            contextTokens: CONTEXT,
            ...over,
          },
        },
      },
    }),
  );

const modelWith = (over?: Record<string, number>) =>
  new OllamaLanguageModel(settings(over), mockServices.rootLogger());

const choose = (model: OllamaLanguageModel, text: string) =>
  model.choose(
    {
      text,
      now: new Date('2026-11-24T10:00:00Z'),
      context: {
        teams: ['marketing'],
        environments: [],
        applications: ['marketing-web'],
        databases: [],
        entity: null,
      },
    },
    [
      {
        name: 'scale_application',
        title: 'Run more or fewer copies of an application',
        examples: ['run 4 copies of the shop', 'scale up'],
        parameters: z.object({
          application: z.string().optional(),
          replicas: z.number().int().optional(),
        }),
      },
      {
        name: 'show_cost',
        title: 'See what things cost',
        examples: ['What did we spend last month?'],
        parameters: z.object({ target: z.string().optional() }),
      },
    ],
  );

const explain = (model: OllamaLanguageModel, signal?: AbortSignal) =>
  model.word(
    {
      task: 'explain-finding',
      question: 'Why is my app crashing?',
      language: 'en',
      level: 'end-user',
      material: [
        {
          source: 'finding',
          text: 'Newsletter runs out of memory (980 Mi of its 1000 Mi limit).',
        },
      ],
    },
    signal,
  );

/** When it will be unloaded and its context, as the server has it. */
async function loaded() {
  const { hosts } = settings();
  const { models } = await new Ollama({ host: hosts[0] }).ps();
  const here = models.find(
    each => each.name.split(':')[0] === name.split(':')[0],
  );
  return here as unknown as { expires_at: string; context_length?: number };
}

(host ? describe : describe.skip)('a real Ollama', () => {
  const model = modelWith();

  beforeAll(() => model.warmUp(), PATIENCE_MS);

  it(
    'has the model loaded once, for good, and with the context of the questions',
    async () => {
      const before = await loaded();
      // Old servers don't say it.
      expect([CONTEXT, undefined]).toContain(before.context_length);
      expect(Date.parse(before.expires_at)).toBeGreaterThan(
        Date.now() + 365 * 24 * 3_600_000,
      );
      await choose(model, 'please run 4 copies of marketing-web');
      expect((await loaded()).context_length).toBe(before.context_length);
    },
    PATIENCE_MS,
  );

  it(
    'answers in the schema, whatever the model is',
    async () => {
      const answer = await choose(model, 'write me a poem about the sea');
      expect([
        'scale_application',
        'show_cost',
        'out_of_scope',
        undefined,
      ]).toContain(answer?.intent);
      expect(model.health()).toMatchObject({
        available: true,
        hosts: [{ state: 'answering', lastMs: expect.any(Number) }],
      });
      expect(model.health().hosts[0].lastError).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'lets go when the time is up or the person leaves, and answers the next one',
    async () => {
      const hurried = modelWith({ chooseSeconds: 0.05 });
      await expect(
        choose(hurried, 'please run 4 copies of marketing-web'),
      ).resolves.toBeUndefined();
      expect(hurried.health().hosts[0].lastError).toMatch(/timeout/);
      const leaving = new AbortController();
      const answer = explain(model, leaving.signal);
      leaving.abort();
      await expect(answer).resolves.toBeUndefined();
      await expect(explain(model)).resolves.toEqual(expect.any(String));
    },
    PATIENCE_MS,
  );
});

// What a model of a few hundred million parameters need not be able to do.
(host ? describe : describe.skip)('a model that understands', () => {
  const model = modelWith();

  beforeAll(() => model.warmUp(), PATIENCE_MS);

  it(
    'chooses what is meant, and knows what is none of its business',
    async () => {
      await expect(
        choose(model, 'please run 4 copies of marketing-web'),
      ).resolves.toMatchObject({
        intent: 'scale_application',
        params: { application: 'marketing-web' },
      });
      await expect(
        choose(model, 'write me a poem about the sea'),
      ).resolves.toMatchObject({ intent: 'out_of_scope' });
    },
    PATIENCE_MS,
  );

  it(
    'words an explanation',
    async () => {
      await expect(explain(model)).resolves.toMatch(/memory/i);
    },
    PATIENCE_MS,
  );
});
