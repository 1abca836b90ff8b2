import { parseAllDocuments } from 'yaml';
import { createComposer } from './composer';
import { emptyFields } from './documents';
import { applyEdits, platformWith, shippedFiles } from './platform.fixture';
import { readPlatform } from '@aiops-portal/plugin-aiops-agent-node';

const options = {
  domain: 'corp.example.com',
  now: new Date('2026-11-16T09:30:00Z'),
};
const blog = {
  name: 'marketing-blog',
  team: 'marketing',
  tier: 'dev',
} as const;

describe('createComposer', () => {
  it('knows every shipped blueprint by name and by what people call it', () => {
    const compose = createComposer(platformWith(), options);
    expect(compose.blueprints().map(({ name }) => name)).toEqual([
      'ghost',
      'mariadb',
      'mysql',
      'postgresql',
      'redis',
      'valkey',
      'web',
      'wordpress',
    ]);
    expect(compose.blueprint('Postgres')?.name).toBe('postgresql');
    expect(compose.blueprint('web app')?.needsImage).toBe(true);
    expect(compose.blueprint('environment')).toBeUndefined();
  });

  it.each([
    'wordpress',
    'ghost',
    'web',
    'postgresql',
    'mariadb',
    'mysql',
    'redis',
    'valkey',
  ])('fills in every field of %s', blueprint => {
    const compose = createComposer(platformWith(), options);
    const part = compose.deploy({
      blueprint,
      name: 'marketing-blog',
      environment: blog,
      image: blueprint === 'web' ? 'ghcr.io/acme/shop:1.4.0' : undefined,
    });
    for (const { path, content } of part.edits) {
      expect(path).toMatch(
        /^k8s-manifests\/apps\/marketing-blog\/marketing-blog/,
      );
      for (const document of parseAllDocuments(content ?? '')) {
        expect(emptyFields(document.toJS())).toEqual([]);
      }
    }
    const env = compose.environment(blog);
    const platform = readPlatform(
      applyEdits(shippedFiles(), [...env.edits, ...part.edits]),
      'b',
    );
    expect(platform.problems).toEqual([]);
  });
});
