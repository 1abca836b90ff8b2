import type { CatalogApi } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import {
  ScaffolderClient,
  type LogEvent,
  type ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';
import { catalogInWords } from './catalogInWords';
import { inLanguage } from './inLanguage';
import { scaffolderInWords } from './scaffolderInWords';

const german = (words: object) => ({ 'ui:options': { in: { de: words } } });

/** As the backend makes it of a template. */
const FORM = {
  title: 'A database',
  description: 'A place for data.',
  ...german({ title: 'Eine Datenbank' }),
  steps: [
    {
      title: 'What you need',
      schema: {
        title: 'What you need',
        ...german({ title: 'Was du brauchst' }),
        properties: {
          size: {
            title: 'How big',
            enum: ['small', 'large'],
            enumNames: ['Small', 'Large'],
            ...german({ title: 'Wie groß', enumNames: ['Klein', 'Groß'] }),
          },
        },
      },
    },
    { title: 'Please enter the following information', schema: {} },
  ],
};

const LINKS = [
  { title: 'Open it', url: '/x', ...german({ title: 'Öffnen' }) },
  { title: 'Elsewhere', url: '/y' },
];

const TASK = {
  id: '1',
  spec: {
    steps: [
      { id: 'a', name: 'Make it', action: 'x', ...german({ name: 'Anlegen' }) },
    ],
    parameters: { title: 'mine' },
  },
} as unknown as ScaffolderTask;

const EVENTS = [
  { type: 'log', body: { message: 'Now' } },
  { type: 'completion', body: { message: 'Done', output: { links: LINKS } } },
] as LogEvent[];

function scaffolder(language: string) {
  const client = Object.assign(
    new ScaffolderClient({
      discoveryApi: { getBaseUrl: async () => '' },
      fetchApi: { fetch },
      scmIntegrationsApi: {} as never,
    }),
    {
      getTemplateParameterSchema: async () => FORM,
      getTask: async () => TASK,
      cancelTask: async (id: string) => ({ status: id }),
      streamLogs: () => ({
        subscribe: ({ next, complete }: any) => {
          EVENTS.forEach(next);
          complete();
          return { unsubscribe: () => {} };
        },
      }),
    },
  );
  return scaffolderInWords(client as never, () => language);
}

describe('what a template says in a language', () => {
  it('is the same in the languages that resemble it', () => {
    expect(inLanguage(FORM, 'de-AT').title).toBe('Eine Datenbank');
  });

  it('stands in the place of the English, and nothing else does', () => {
    const field = {
      type: 'string',
      title: 'How big',
      ...german({ title: 'Wie groß', other: 'Andere', type: 'number' }),
    };
    expect(inLanguage(field, 'de')).toEqual({ ...field, title: 'Wie groß' });
    expect(inLanguage(field, 'fr')).toEqual(field);
  });
});

describe('the scaffolder in the language of the page', () => {
  it('asks in it: the form, its sections, fields and choices', async () => {
    const form = await scaffolder('de').getTemplateParameterSchema('t');
    expect(form).toMatchObject({
      title: 'Eine Datenbank',
      description: 'A place for data.',
      steps: [
        {
          title: 'Was du brauchst',
          schema: {
            properties: {
              size: {
                title: 'Wie groß',
                enum: ['small', 'large'],
                enumNames: ['Klein', 'Groß'],
              },
            },
          },
        },
        { title: 'Please enter the following information' },
      ],
    });
    expect(await scaffolder('en').getTemplateParameterSchema('t')).toEqual(
      FORM,
    );
  });

  it('calls the steps of a task by their names, and leaves what it was given', async () => {
    const { spec } = await scaffolder('de').getTask('1');
    expect(spec.steps[0].name).toBe('Anlegen');
    expect(spec.parameters).toEqual({ title: 'mine' });
  });

  it('names the links that a task ends with', () => {
    const seen: LogEvent[] = [];
    const ended = jest.fn();
    scaffolder('de')
      .streamLogs({ taskId: '1' })
      .subscribe({ next: event => seen.push(event), complete: ended });
    scaffolder('de')
      .streamLogs({ taskId: '1' })
      .subscribe(event => seen.push(event));
    expect(ended).toHaveBeenCalledTimes(1);
    expect(seen).toHaveLength(4);
    expect(seen[0]).toEqual(EVENTS[0]);
    for (const last of [seen[1], seen[3]]) {
      expect(last.body).toMatchObject({
        output: { links: [{ title: 'Öffnen' }, { title: 'Elsewhere' }] },
      });
    }
  });

  it('does all else as it is', async () => {
    await expect(scaffolder('de').cancelTask('7')).resolves.toEqual({
      status: '7',
    });
  });
});

describe('the catalog in the language of the page', () => {
  const ENTITY = {
    kind: 'Template',
    metadata: {
      name: 'database',
      title: 'A database',
      ...german({ title: 'Eine Datenbank' }),
    },
    spec: { title: 'x', ...german({ title: 'y' }) },
  } as unknown as Entity;
  const OTHER = { kind: 'Component', metadata: { name: 'x' } } as Entity;

  const found = jest.fn(async (_: unknown) => ({ items: [ENTITY, OTHER] }));
  const catalog = catalogInWords(
    {
      getEntities: found,
      queryEntities: found,
      getEntitiesByRefs: found,
      getEntityByRef: async (ref: string) =>
        ref === 'none' ? undefined : ENTITY,
    } as unknown as CatalogApi,
    () => 'de',
  );

  it('calls templates what they call themselves, and leaves their contents', async () => {
    const said = {
      ...ENTITY,
      metadata: { ...ENTITY.metadata, title: 'Eine Datenbank' },
    };
    const refs = { entityRefs: ['a', 'b'] };
    expect((await catalog.getEntities()).items).toEqual([said, OTHER]);
    expect((await catalog.queryEntities()).items).toEqual([said, OTHER]);
    expect((await catalog.getEntitiesByRefs(refs)).items[0]).toEqual(said);
    expect(await catalog.getEntityByRef('a')).toEqual(said);
    expect(await catalog.getEntityByRef('none')).toBeUndefined();
  });

  it('asks for the words wherever a title is asked for', async () => {
    await catalog.getEntities({ fields: ['kind', 'metadata.title'] });
    expect(found).toHaveBeenLastCalledWith(
      { fields: ['kind', 'metadata.title', 'metadata.ui:options'] },
      undefined,
    );
    await catalog.getEntities({ fields: ['kind'] });
    expect(found).toHaveBeenLastCalledWith({ fields: ['kind'] }, undefined);
  });
});
