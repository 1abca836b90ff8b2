import { builtinIntents } from '../../intents';
import { createUnderstanding } from '../createUnderstanding';
import { inEnglish } from './inEnglish';

const understanding = createUnderstanding({
  intents: builtinIntents,
  vocabulary: () => ({
    blueprints: [
      { name: 'wordpress', role: 'application', aliases: ['website'] },
      { name: 'postgresql', role: 'database', aliases: ['postgres'] },
      { name: 'redis', role: 'cache', aliases: [] },
    ],
  }),
});
const context = {
  user: 'maya',
  teams: ['marketing'],
  environments: ['marketing-dev', 'marketing-test', 'marketing-prod'],
  applications: ['marketing-web', 'newsletter'],
  databases: ['blog-db'],
  entity: null,
};
const now = new Date('2026-11-16T09:30:00Z');

const meaningOf = async (text: string) => {
  const { intent, params } = (await understanding.understand({
    text,
    now,
    context,
  }))!;
  return { intent, params };
};

describe('German', () => {
  it.each([
    [
      'Ich brauche eine Entwicklungsumgebung für mein Team',
      'create_environment',
      { tier: 'dev', team: 'marketing' },
    ],
    [
      'Leg bitte eine neue Testumgebung an',
      'create_environment',
      { tier: 'test' },
    ],
    [
      'Ich brauche eine WordPress-Seite für mein Team',
      'deploy_application',
      { app: 'wordpress' },
    ],
    [
      'Kannst du uns ein WordPress installieren?',
      'deploy_application',
      { app: 'wordpress' },
    ],
    ['Wir brauchen eine Datenbank', 'deploy_database', {}],
    [
      'Füg eine kleine PostgreSQL-Datenbank zu marketing-dev hinzu',
      'deploy_database',
      { engine: 'postgresql', environment: 'marketing-dev', size: 'small' },
    ],
    ['Wie geht es newsletter?', 'show_status', { target: 'newsletter' }],
    [
      'Ist marketing-web in Ordnung?',
      'show_status',
      { target: 'marketing-web' },
    ],
    ['Was kostet marketing-web?', 'show_cost', { target: 'marketing-web' }],
    [
      'Was haben wir letzten Monat ausgegeben?',
      'show_cost',
      { period: 'last_month' },
    ],
    ['Wie viel Platz haben wir noch?', 'show_quota', {}],
    ['Warum stürzt meine App ab?', 'troubleshoot_crash', {}],
    [
      'Warum ist der newsletter kaputt?',
      'troubleshoot_crash',
      { application: 'newsletter' },
    ],
    [
      'marketing-web ist viel zu langsam',
      'troubleshoot_performance',
      { application: 'marketing-web' },
    ],
    [
      'Skaliere marketing-web auf 4 Kopien',
      'scale_application',
      { application: 'marketing-web', replicas: 4 },
    ],
    [
      'Ich brauche vier Kopien von marketing-web',
      'scale_application',
      { application: 'marketing-web', replicas: 4 },
    ],
    [
      'Starte den newsletter neu',
      'restart_application',
      { application: 'newsletter' },
    ],
    [
      'Kannst du marketing-web neu starten?',
      'restart_application',
      { application: 'marketing-web' },
    ],
    [
      'Gib dem newsletter 2 GB Arbeitsspeicher',
      'resize_application',
      { application: 'newsletter', memory: '2Gi' },
    ],
    [
      'Wo ist das Passwort von blog-db?',
      'get_credentials',
      { target: 'blog-db' },
    ],
    [
      'Wie lautet das Passwort der Datenbank blog-db?',
      'get_credentials',
      { target: 'blog-db' },
    ],
    [
      'Lösche marketing-test',
      'delete_environment',
      { environment: 'marketing-test' },
    ],
    ['Mach eine Sicherung von blog-db', 'create_backup', { target: 'blog-db' }],
    [
      'Wer hat Zugriff auf marketing-dev?',
      'list_permissions',
      { target: 'marketing-dev' },
    ],
    [
      'Zeig mir die Logs vom newsletter der letzten Stunde',
      'show_logs',
      { application: 'newsletter', since: 'PT1H' },
    ],
    ['Welche Umgebungen haben wir?', 'list_environments', {}],
  ])('"%s" is %s', async (text, intent, params) => {
    expect(await meaningOf(text)).toEqual({ intent, params });
  });

  it.each([
    ['Danke!', 'thank'],
    ['Hallo', 'greet'],
    ['Wie wird das Wetter morgen?', 'out_of_scope'],
    ['Bestell mir bitte eine Pizza', 'out_of_scope'],
  ])('"%s" is %s', async (text, intent) => {
    expect((await meaningOf(text)).intent).toBe(intent);
  });

  it.each([
    ['Ja, nenn es blog2', 'confirm', { name: 'blog2' }],
    ['ja bitte', 'confirm', {}],
    ['Nein danke', 'deny', {}],
    ['Ja?', undefined, {}],
    ['mach es groß', 'correct', { size: 'large' }],
  ])('"%s" settles what is pending as %s', async (text, intent, params) => {
    const understood = await understanding.understand({
      text,
      now,
      context,
      pending: {
        intent: 'deploy_application',
        params: { app: 'wordpress', name: 'marketing-blog', traffic: 'low' },
        missing: [],
        plan: true,
      },
    });
    const acts = ['confirm', 'deny', 'correct', 'provide'];
    expect({
      intent: acts.find(act => act === understood?.intent),
      params: understood?.params,
    }).toMatchObject(intent ? { intent, params } : { intent: undefined });
  });

  it('leaves names and what it does not know as they are', () => {
    expect(inEnglish('Starte den Shop neu, nicht das Blog', ['shop'])).toBe(
      'restart the Shop new, not the blog',
    );
    expect(inEnglish('start the shop', [])).toBe('start the shop');
  });

  it.each([
    ['jo, mach das', 'confirm', {}],
    ['passt so', 'confirm', {}],
    ['alles klar, leg los', 'confirm', {}],
    ['in Ordnung, mach es', 'confirm', {}],
    ['lieber nicht', 'deny', {}],
    ['vergiss es', 'deny', {}],
    ['ich habs mir anders überlegt', 'deny', {}],
    ['mach 3 draus', 'correct', { replicas: 3 }],
    ['ich meinte newsletter', 'correct', { application: 'newsletter' }],
    ['vielen Dank!', 'thank', {}],
    [
      'Wer hat Zugriff auf newsletter?',
      'list_permissions',
      { target: 'newsletter' },
    ],
  ])('hears "%s" where a plan waits', async (text, intent, params) => {
    const found = await understanding.understand({
      text,
      now,
      context,
      pending: {
        intent: 'scale_application',
        params: { application: 'marketing-web', replicas: 2 },
        missing: [],
        plan: true,
      },
    });
    expect(found).toMatchObject({ intent, params });
  });

  it('takes for German what has no mark of a language only where all of it is', () => {
    expect(inEnglish('passt so', [])).toBe('yes');
    expect(inEnglish('redis', [])).toBe('redis');
    expect(inEnglish('postgres, klein', [])).toBe('postgres, small');
    expect(inEnglish('ok, blog2', [])).toBe('ok, blog2');
    expect(inEnglish('its name will be cache', [])).toBe(
      'its name will be cache',
    );
  });
});
