import {
  createKubernetesSandbox,
  manualClock,
  type KubernetesSandbox,
  type ManualClock,
} from '..';

const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: Error) => {
    throw new Error(message, { cause: error });
  },
};

describe('the API over HTTP', () => {
  let clock: ManualClock;
  let sandbox: KubernetesSandbox;
  beforeEach(async () => {
    clock = manualClock();
    sandbox = await createKubernetesSandbox({
      port: 0,
      clock,
      users: [
        { token: 'a', name: 'ada', groups: [], role: 'admin' },
        { token: 'v', name: 'vic', groups: [], role: 'reader' },
      ],
      logger,
    });
    await sandbox.start();
  });
  afterEach(() => sandbox.stop());

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    options: { token?: string; type?: string; accept?: string } = {},
  ) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: {
        ...(options.token !== '' && {
          authorization: `Bearer ${options.token ?? 'a'}`,
        }),
        'content-type': options.type ?? 'application/json',
        ...(options.accept && { accept: options.accept }),
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    return {
      code: response.status,
      body: (await response.json()) as any,
      headers: response.headers,
    };
  };
  const maps = '/api/v1/namespaces/default/configmaps';
  const map = (name: string, data: object = {}) => ({
    metadata: { name },
    data,
  });

  it('asks who is there, and answers a stranger with a Status', async () => {
    for (const token of ['', 'wrong']) {
      expect(
        await call('GET', '/api/v1/pods', undefined, { token }),
      ).toMatchObject({
        code: 401,
        body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
      });
    }
    expect((await call('GET', '/version', undefined, { token: '' })).code).toBe(
      200,
    );
  });

  it('lets a reader read all but Secrets, and change annotations of Applications only', async () => {
    const token = 'v';
    sandbox.api.create({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'web', namespace: 'default' },
      spec: { project: 'default' },
    });
    const app =
      '/apis/argoproj.io/v1alpha1/namespaces/default/applications/web';
    const type = 'application/merge-patch+json';
    const refresh = {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
    };

    expect((await call('GET', '/api/v1/pods', undefined, { token })).code).toBe(
      200,
    );
    expect((await call('GET', app, undefined, { token })).code).toBe(200);
    expect((await call('PATCH', app, refresh, { token, type })).code).toBe(200);
    const denied: Array<[string, string, unknown?]> = [
      ['GET', '/api/v1/secrets'],
      ['GET', '/api/v1/namespaces/default/secrets/x'],
      ['GET', '/api/v1/secrets?watch=true'],
      ['PATCH', app, { spec: { project: 'other' } }],
      [
        'PATCH',
        app,
        { metadata: { ...refresh.metadata, finalizers: ['x/y'] } },
      ],
      ['PATCH', maps, {}],
      ['POST', maps, map('x')],
      ['DELETE', app],
      ['PUT', app, {}],
    ];
    for (const [method, path, body] of denied) {
      const { code, body: status } = await call(method, path, body, {
        token,
        type,
      });
      expect([method, path, code, status.reason]).toEqual([
        method,
        path,
        403,
        'Forbidden',
      ]);
    }
    expect(
      sandbox.api.get({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        namespace: 'default',
        name: 'web',
      })!.spec.project,
    ).toBe('default');
  });

  it('answers bad input with what is wrong with it', async () => {
    const cases: Array<[string, string, unknown, number, RegExp, string?]> = [
      ['POST', maps, '{', 400, /error decoding/],
      ['POST', maps, map('../x'), 422, /RFC 1123/],
      ['POST', maps, map('x'.repeat(300)), 422, /no more than 253/],
      ['POST', maps, map('🙂'), 422, /RFC 1123/],
      [
        'POST',
        maps,
        { metadata: { name: 'x' }, data: [1] },
        400,
        /cannot unmarshal array/,
      ],
      [
        'POST',
        `${maps}?fieldValidation=Strict`,
        { ...map('x'), extra: 1 },
        400,
        /unknown field "extra"/,
      ],
      [
        'POST',
        '/api/v1/namespaces/nowhere/configmaps',
        map('x'),
        404,
        /namespaces "nowhere" not found/,
      ],
      [
        'POST',
        maps,
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } },
        400,
        /does not match/,
      ],
      [
        'GET',
        `${maps}?labelSelector=a%20b%20c`,
        undefined,
        400,
        /unable to parse/,
      ],
      [
        'GET',
        `${maps}?limit=1&continue=junk`,
        undefined,
        400,
        /continue key is not valid/,
      ],
      ['GET', '/api/v1/nothings', undefined, 404, /could not find/],
      ['GET', '/api/v1/%E0%A4%A', undefined, 404, /could not find/],
      [
        'PATCH',
        `${maps}/kube-root-ca.crt`,
        [{ op: 'test', path: '/data/x', value: 1 }],
        422,
        /rejected/,
        'application/json-patch+json',
      ],
      [
        'PATCH',
        `${maps}/kube-root-ca.crt`,
        {},
        415,
        /unknown format/,
        'text/plain',
      ],
    ];
    for (const [method, path, body, code, message, type] of cases) {
      const answer = await call(method, path, body, { type });
      expect([path, answer.code]).toEqual([path, code]);
      expect(answer.body.message).toMatch(message);
    }
  });

  it('warns of fields that it drops', async () => {
    const { code, body, headers } = await call('POST', maps, {
      ...map('x'),
      extra: 1,
    });
    expect(code).toBe(201);
    expect(body).not.toHaveProperty('extra');
    expect(headers.get('warning')).toContain('unknown field');
  });

  it('shows tables with the columns that people know', async () => {
    const accept =
      'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const { body } = await call('GET', '/api/v1/nodes', undefined, { accept });
    expect(body.kind).toBe('Table');
    expect(
      body.columnDefinitions.map((one: any) => one.name).slice(0, 5),
    ).toEqual(['Name', 'Status', 'Roles', 'Age', 'Version']);
    expect(body.rows[0].cells.slice(0, 4)).toEqual([
      'node-1',
      'Ready',
      'control-plane,master',
      '0s',
    ]);
  });

  it('says 410 to a watch that begins too early, and gives bookmarks to one that lasts', async () => {
    for (let index = 0; index < 3_200; index++) {
      sandbox.api.apply(
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'busy', namespace: 'default' },
          data: { index: String(index) },
        },
        'test',
      );
    }
    const old = await fetch(`${sandbox.url}${maps}?watch=1&resourceVersion=1`, {
      headers: { authorization: 'Bearer a' },
    });
    expect(JSON.parse(await old.text())).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });

    const stream = await fetch(
      `${sandbox.url}${maps}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&fieldSelector=metadata.name%3Dbusy`,
      { headers: { authorization: 'Bearer a' } },
    );
    const reader = stream
      .body!.pipeThrough(new TextDecoderStream())
      .getReader();
    let text = '';
    const lines = async (count: number) => {
      while (text.split('\n').length <= count) {
        text += (await reader.read()).value;
      }
      return text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
    };
    const [added, end] = await lines(2);
    expect(added).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'busy' } },
    });
    expect(end.object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    clock.advance(31_000);
    expect((await lines(3))[2].type).toBe('BOOKMARK');
    await reader.cancel();
  });

  it('keeps logs of the run before, and follows those of the run now', async () => {
    sandbox.api.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'ill',
        namespace: 'default',
        annotations: { 'sandbox.aiops-portal.io/fault': 'crash' },
      },
      spec: { containers: [{ name: 'main', image: 'shop:1' }] },
    });
    const log = (query: string) =>
      fetch(`${sandbox.url}/api/v1/namespaces/default/pods/ill/log?${query}`, {
        headers: { authorization: 'Bearer a' },
      }).then(response => response.text());
    expect(JSON.parse(await log('')).message).toContain(
      'is waiting to start: ContainerCreating',
    );
    clock.advance(5_000);
    expect(await log('previous=true')).toContain('DATABASE_URL is missing');
    expect((await log('tailLines=2')).trim().split('\n')).toHaveLength(2);
    expect(await log('tailLines=1&timestamps=true')).toMatch(
      /^2026-01-05T09:00:0\d\.\d{6}Z /,
    );
  });
});
