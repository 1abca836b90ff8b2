import { mockServices } from '@backstage/backend-test-utils';
import { z } from 'zod';
import { OllamaLanguageModel } from './OllamaLanguageModel';
import { readSettings } from './settings';

const host = process.env.OLLAMA_HOST;
// A processor needs its time to load a model and to read the first prompt.
const PATIENCE_MS = 300_000;

if (!host) {
  process.stdout.write('A real Ollama is not asked: OLLAMA_HOST names none.\n');
}

(host ? describe : describe.skip)('a real Ollama', () => {
  const model = new OllamaLanguageModel(
    readSettings(
      mockServices.rootConfig({
        data: {
          aiopsAgent: {
            ollama: {
              hosts: [host ?? 'http://127.0.0.1:11434'],
              model: process.env.OLLAMA_MODEL ?? 'llama3.1',
              chooseSeconds: 120,
              wordSeconds: 120,
            },
          },
        },
      }),
    ),
    mockServices.rootLogger(),
  );

  const choose = (text: string) =>
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

  beforeAll(() => model.warmUp(), PATIENCE_MS);

  it(
    'chooses what is meant, and knows what is none of its business',
    async () => {
      await expect(
        choose('please run 4 copies of marketing-web'),
      ).resolves.toMatchObject({
        intent: 'scale_application',
        params: { application: 'marketing-web' },
      });
      await expect(
        choose('write me a poem about the sea'),
      ).resolves.toMatchObject({ intent: 'out_of_scope' });
    },
    PATIENCE_MS,
  );

  it(
    'words an explanation',
    async () => {
      await expect(
        model.word({
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
        }),
      ).resolves.toMatch(/memory/i);
    },
    PATIENCE_MS,
  );
});
