import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { OwnPortal, writeIn } from './ownPortal';
import type { Person } from './requests';

let portal: OwnPortal;
let ada: Person;
let dev: Person;
let lena: Person;
let maya: Person;
let noor: Person;
let vic: Person;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  [ada, dev, lena, maya, noor, vic] = await Promise.all(
    ['ada', 'dev', 'lena', 'maya', 'noor', 'vic'].map(name =>
      portal.signIn(name),
    ),
  );
});

test.afterAll(() => portal?.stop());

/** Something small, done in a few seconds. */
const redis = (name: string) => ({
  engine: 'redis',
  name,
  environment: 'shop-staging',
});

/** Runs what is to leave everything as it was. */
async function withoutAnyChange(act: () => Promise<void>) {
  const before = [portal.head(), (await ada.all()).length];
  await act();
  expect([portal.head(), (await ada.all()).length]).toEqual(before);
}

test('a taken name is said to be taken, with one that is free', async () => {
  await withoutAnyChange(async () => {
    const { body } = await maya.wish('create_environment', {
      name: 'shop-prod',
      tier: 'dev',
    });
    expect(body.plan).toBeUndefined();
    expect(body.reply).toMatch(
      /"shop-prod" is taken already, so nothing was made.*"shop-prod-2" is free/,
    );
  });
});

test('hostile names are refused with a good one, and written nowhere', async () => {
  await withoutAnyChange(async () => {
    for (const name of [
      '../',
      '../../platform/environments/shop-prod',
      '"; rm -rf /',
      '$(reboot)',
      'x'.repeat(300),
      '🎉🎉🎉',
      'blog: {kind: Namespace}',
      'blog\n---\nkind: ClusterRoleBinding',
      'kube-system',
      '__proto__',
      ' ',
    ]) {
      const { status, sentence } = await maya.wish('deploy_application', {
        app: 'wordpress',
        name,
      });
      expect(status, name).toBe(400);
      expect(sentence).toMatch(/name.* would do\. Nothing was changed\.$/s);
      expect(sentence.length).toBeLessThan(400);
    }
  });
});

test('the same names said in a conversation make no such thing either', async () => {
  await withoutAnyChange(async () => {
    for (const name of ['../../etc', '"; rm -rf /', '🎉', 'x'.repeat(300)]) {
      const turn = await maya.say(`Deploy WordPress and call it ${name}`);
      if (turn.plan) {
        expect(turn.params.name).toMatch(/^[a-z][-a-z0-9]{0,39}$/);
      } else {
        expect(turn.reply).toMatch(/Nothing was changed|nothing was made/);
      }
    }
  });
});

test('quantities out of range are refused with the range', async () => {
  const database = { engine: 'postgresql', environment: 'shop-staging' };
  const image = { app: 'web', image: 'ghcr.io/acme/shop:1.4.0', name: 'big' };
  await withoutAnyChange(async () => {
    for (const storage of ['900Ti', '-5Gi', '0', '1e99Gi', 'lots']) {
      const answer = await dev.wish('deploy_database', {
        ...database,
        name: 'big-db',
        storage,
      });
      expect(answer.status, storage).toBe(400);
      expect(answer.sentence).toMatch(/1Gi to 200Gi.*Nothing was changed/);
    }
    for (const replicas of [0, -1, 5000, 1.5, 1e21]) {
      const answer = await dev.wish('deploy_application', {
        ...image,
        replicas,
      });
      expect(answer.status, String(replicas)).toBe(400);
      expect(answer.sentence).toMatch(/1 to 20 copies.*Nothing was changed/);
    }
    for (const port of [0, 70_000, 80.5]) {
      const answer = await dev.wish('deploy_application', { ...image, port });
      expect(answer.status, String(port)).toBe(400);
      expect(answer.sentence).toMatch(/1 to 65535.*Nothing was changed/);
    }
  });
});

test("to Noor, the shop's production is as if it weren't there", async () => {
  const asked = async (environment: string) => {
    const replies = [];
    for (const text of [
      `How is ${environment}?`,
      `What does ${environment} cost?`,
      `Deploy WordPress to ${environment}`,
    ]) {
      replies.push((await noor.say(text)).reply);
    }
    const into = await noor.wish('deploy_cache', {
      engine: 'redis',
      environment,
    });
    const secret = await noor.call(
      'GET',
      `/credentials/${environment}/shop-db`,
    );
    return JSON.stringify([
      ...replies,
      into.status,
      into.sentence || into.body.reply,
      secret.status,
      secret.body,
    ]).replaceAll(environment, 'THERE');
  };
  expect(await asked('shop-prod')).toBe(await asked('shop-dev'));
});

test('a second yes changes nothing more', async () => {
  const plan = await dev.plan('deploy_cache', redis('twice'));
  const yesses = await Promise.all([
    dev.confirm(plan),
    dev.confirm(plan),
    dev.confirm(plan),
  ]);
  expect(yesses.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { id } = yesses.find(({ status }) => status === 200)!.body;
  await dev.ends(id, 'live');

  const again = await dev.confirm(plan);
  expect(again.status).toBe(409);
  expect(again.sentence).toBe(
    `You have agreed to this already: it is ${id}. It isn't done a second time.`,
  );
  expect(portal.commitsOf(id)).toHaveLength(1);

  const hidden = await noor.call('GET', `/changes/${id}`);
  const absent = await noor.call('GET', '/changes/REQ-999999');
  expect(hidden.status).toBe(404);
  expect(hidden.sentence.replace(id, 'REQ-999999')).toBe(absent.sentence);
});

test("nobody can agree to another's plan, or to another than was shown", async () => {
  const plan = await dev.plan('deploy_cache', redis('mine'));
  await withoutAnyChange(async () => {
    const others = await maya.confirm(plan);
    expect(others.status).toBe(404);
    expect(others.sentence).toBe(
      'There is no such plan of yours. Nothing was changed.',
    );
    const unseen = await dev.confirm({ id: plan.id, hash: 'f'.repeat(64) });
    expect(unseen.status).toBe(409);
    expect(unseen.sentence).toMatch(
      /not the plan that you were shown, so nothing was done.*agree to that/,
    );
  });
});

test('a plan that Git has outrun is done once, upon what came first', async () => {
  const plan = await dev.plan('deploy_cache', redis('outrun'));
  const pushed = portal.pushByHand(checkout =>
    writeIn(checkout, 'NOTES.md', 'Somebody was here.\n'),
  );
  const { id } = await dev.agree(plan);
  await dev.ends(id, 'live');
  const [commit, ...more] = portal.commitsOf(id);
  expect(more).toEqual([]);
  expect(portal.git('rev-parse', `${commit}^`).trim()).toBe(pushed);
});

test('a plan whose name was taken meanwhile is not carried out but asked again', async () => {
  const plan = await dev.plan('deploy_cache', redis('meanwhile'));
  portal.pushByHand(checkout => {
    const folder = join(checkout, 'k8s-manifests/apps/shop-staging/outrun');
    for (const file of readdirSync(folder)) {
      writeIn(
        checkout,
        `k8s-manifests/apps/shop-staging/meanwhile/${file}`,
        readFileSync(join(folder, file), 'utf8').replaceAll(
          'outrun',
          'meanwhile',
        ),
      );
    }
  });
  const head = portal.head();
  const answer = await dev.confirm(plan);
  const { failure } = await dev.ends(answer.body.id, 'failed');
  expect(failure?.message).toMatch(
    /"meanwhile" has been taken in the meantime.*Nothing was written and nothing has changed\./,
  );
  expect(failure?.advice).toMatch(/Ask for it again/);
  expect(portal.head()).toBe(head);
});

test('a request waits while Git is gone, says so, and goes on', async () => {
  const plan = await dev.plan('deploy_cache', redis('patient'));
  await portal.stopSandbox();
  const { id } = await dev.agree(plan);
  const waiting = await dev.eventually(id, ({ steps }) =>
    steps.some(({ detail = '' }) => /does not answer/.test(detail)),
  );
  expect(waiting.state).toBe('committing');
  const { detail } = waiting.steps.find(({ state }) => state === 'active')!;
  expect(detail).toBe(
    'The GitOps repository does not answer. Nothing was changed. I go on by myself as soon as I can.',
  );
  await portal.startSandbox();
  await dev.ends(id, 'live');
  expect(portal.commitsOf(id)).toHaveLength(1);
});

test('a crash right after the yes loses nothing and does nothing twice', async () => {
  const plan = await dev.plan('deploy_cache', redis('survivor'));
  const { id } = await dev.agree(plan);
  await portal.crashBackend();
  await portal.startBackend();
  await dev.ends(id, 'live');
  expect(portal.commitsOf(id)).toHaveLength(1);
  expect(
    portal.kubectl('get', 'pods', '-n', 'shop-staging', '-o', 'name'),
  ).toContain('survivor');
});

test('a website is put to sleep and woken by undoing, and undoing that', async () => {
  const replicas = () =>
    portal.kubectl(
      'get',
      'deployment/summer-site',
      'statefulset/summer-site-db',
      '-n',
      'summer-site',
      '-o',
      'jsonpath={.items[*].spec.replicas}',
    );
  const made = await maya.agree(
    await maya.plan('deploy_application', {
      app: 'wordpress',
      name: 'summer-site',
    }),
  );
  await maya.ends(made.id, 'live');
  expect(replicas()).toBe('1 1');

  const sleep = await maya.undo(made.id);
  expect(sleep.summary).toMatch(/to sleep.*data kept until/);
  const asleep = await maya.agree(sleep);
  await maya.ends(asleep.id, 'live');
  expect(replicas()).toBe('0 0');
  expect((await maya.request(made.id)).state).toBe('rolled-back');

  const awake = await maya.agree(await maya.undo(asleep.id));
  await maya.ends(awake.id, 'live');
  expect(replicas()).toBe('1 1');
});

test('Vic is refused kindly and told who could', async () => {
  await withoutAnyChange(async () => {
    const teamless = await vic.wish('deploy_application', { app: 'wordpress' });
    expect(teamless.status).toBe(400);
    expect(teamless.sentence).toMatch(
      /you aren't in one yet, so nothing was changed\. Ada Novak can add you/,
    );

    const plan = await vic.plan('deploy_cache', redis('vics'));
    expect(plan.decision).toMatchObject({ outcome: 'deny' });
    const refused = await vic.confirm(plan);
    expect(refused.status).toBe(403);
    expect(refused.sentence).toMatch(
      /You may look at everything here, but change nothing\..*Nothing was done\..*Ada Novak could help you\./,
    );
  });
});

test('production needs somebody else: Lena, and never Maya herself', async () => {
  const plan = await maya.plan('create_environment', {
    name: 'marketing-live',
    tier: 'prod',
  });
  expect(plan.decision).toMatchObject({
    outcome: 'needs-approval',
    approvalsNeeded: 1,
  });
  expect(plan.decision.approvers).toContain('Lena Fischer');
  const asked = await maya.agree(plan);
  expect(asked.stateText).toMatch(/Waiting for .*Lena/);

  await withoutAnyChange(async () => {
    const own = await maya.approve(asked);
    expect(own.status).toBe(403);
    expect(own.sentence).toMatch(
      /^Somebody else has to approve what you asked for\. Nothing was done\.$/,
    );
    const strangers = await dev.approve(asked);
    expect(strangers.status).toBe(404);
  });

  const approved = await lena.approve(asked);
  expect(approved.status).toBe(200);
  await maya.ends(asked.id, 'live');
  const [commit] = portal.commitsOf(asked.id);
  expect(portal.git('show', '-s', '--format=%B', commit)).toMatch(
    /Requested-by: user:default\/maya\n(.*\n)*Approved-by: user:default\/lena/,
  );
});
