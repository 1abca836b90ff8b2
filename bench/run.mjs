// npm run bench: each line is one measurement as JSON, with the baseline it
// was held against in the same run. Machines differ; ratios travel better.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caller } from './http.mjs';
import { load, percentile, print, round, timed } from './measuring.mjs';
import { sandboxAtTwoThousandPods } from './sandbox.mjs';
import { statusAtThousandPods } from './status.mjs';

const stateDir = mkdtempSync(join(tmpdir(), 'aiops-portal-bench-'));
process.env.AIOPS_STATE_DIR = stateDir;
process.env.AIOPS_PORT ??= '27007';
process.env.AIOPS_SANDBOX_PORT ??= '27100';

// These read the environment when they are loaded.
const { buildFrontend } = await import('../scripts/portal/frontend.mjs');
const { install } = await import('../scripts/portal/install.mjs');
const { root, sandboxDir } = await import('../scripts/portal/paths.mjs');
const { portalUrl, portalPort, sandboxPort } = await import(
  '../scripts/portal/ports.mjs'
);
const { startBackend, startSandbox, portalEnv } = await import(
  '../scripts/portal/run-portal.mjs'
);
const { peopleAreKnown } = await import('../scripts/portal/people.mjs');
const { tokenOf } = await import('../scripts/portal/commands/token.mjs');
const { toolchain } = await import('../scripts/portal/toolchain.mjs');

const apiAs = token => caller(`${portalUrl}/api/aiops-agent/v1`, token);

async function turns(api) {
  const conversations = [];
  for (let lane = 0; lane < 20; lane++) {
    conversations.push(await api('POST', '/conversations', {}));
  }
  // A conversation takes one turn at a time; each lane has its own.
  const free = [...conversations];
  const turn = async () => {
    const conversation = free.pop();
    try {
      await api('POST', `/conversations/${conversation.id}/messages`, {
        text: 'How much room do we have left?',
      });
    } finally {
      free.push(conversation);
    }
  };
  const nothing = () => api('GET', '/ping');
  await load(40, 20, turn);
  await load(40, 20, nothing);
  const baseline = [];
  const measured = [];
  for (let round = 0; round < 5; round++) {
    baseline.push(...(await load(60, 20, nothing)));
    measured.push(...(await load(60, 20, turn)));
  }
  print({
    name: 'turn-of-the-embedded-parser',
    unit: 'ms',
    concurrency: 20,
    p50: round(percentile(measured, 0.5)),
    p95: round(percentile(measured, 0.95)),
    baseline: 'GET /ping, an authenticated route that does nothing',
    baselineP95: round(percentile(baseline, 0.95)),
    ratioP95: round(percentile(measured, 0.95) / percentile(baseline, 0.95)),
    goal: '<= 5',
  });
}

async function confirmToLive(api) {
  const seconds = [];
  for (const name of ['bench-one', 'bench-two', 'bench-three']) {
    const { plan } = await api('POST', '/intents/deploy_application', {
      params: { app: 'wordpress', name },
    });
    const { ms, result } = await timed(async () => {
      let change = await api('POST', `/plans/${plan.id}/confirm`, {
        hash: plan.hash,
      });
      while (!['live', 'failed'].includes(change.state)) {
        await new Promise(done => setTimeout(done, 50));
        change = await api('GET', `/changes/${change.id}`);
      }
      return change;
    });
    if (result.state !== 'live') {
      throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    }
    seconds.push(ms / 1000);
  }
  print({
    name: 'confirm-to-live',
    unit: 's',
    what: 'WordPress with its database in an environment of its own',
    median: round(percentile(seconds, 0.5)),
    max: round(Math.max(...seconds)),
    goal: '< 5',
  });
}

/** A plain Backstage app's backend on the same pages and an empty database. */
async function startPlain({ node, env }) {
  const child = spawn(
    node,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'bench/plain-backend.ts',
      '--config',
      join(root, 'app-config.yaml'),
    ],
    {
      cwd: root,
      env: {
        ...portalEnv(env),
        AIOPS_APP_URL: portalUrl,
        AIOPS_DATABASE_DIR: join(stateDir, 'plain-database'),
        NODE_ENV: 'production',
        NODE_OPTIONS: '--no-node-snapshot',
      },
      stdio: 'ignore',
    },
  );
  for (;;) {
    const ready = await fetch(
      `http://127.0.0.1:${portalPort}/.backstage/health/v1/readiness`,
    ).then(
      response => response.ok,
      () => false,
    );
    if (ready) {
      break;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  return {
    stop: () =>
      new Promise(done => {
        child.once('exit', done);
        child.kill('SIGKILL');
      }),
  };
}

async function warmStart(tools) {
  const ours = [];
  const plain = [];
  for (let run = 0; run < 3; run++) {
    const a = await timed(() => startPlain(tools));
    await a.result.stop();
    plain.push(a.ms / 1000);
    const b = await timed(async () => {
      const sandbox = await startSandbox(tools);
      return [sandbox, await startBackend({ ...tools, sandbox: true })];
    });
    for (const part of b.result.reverse()) {
      await part.stop();
    }
    ours.push(b.ms / 1000);
  }
  print({
    name: 'warm-start',
    unit: 's',
    median: round(percentile(ours, 0.5)),
    baseline: "a plain Backstage app's backend with the same pages",
    baselineMedian: round(percentile(plain, 0.5)),
    ratio: round(percentile(ours, 0.5) / percentile(plain, 0.5)),
    goal: '<= 1.5',
  });
}

const tools = toolchain();
await install(tools);
buildFrontend(tools);
const parts = [];
const startPortal = async () => {
  parts.push(await startSandbox(tools));
  parts.push(await startBackend({ ...tools, sandbox: true }));
  await peopleAreKnown();
};
const stopPortal = async () => {
  while (parts.length > 0) {
    await parts.pop().stop();
  }
};
try {
  await sandboxAtTwoThousandPods({ ...tools, root, port: sandboxPort });
  await startPortal();
  await turns(apiAs(await tokenOf('maya')));
  await confirmToLive(apiAs(await tokenOf('ada')));
  await stopPortal();
  await warmStart(tools);
  // Last, for it fills the cluster.
  await startPortal();
  await statusAtThousandPods({
    portalUrl,
    sandboxPort,
    sandboxDir,
    token: await tokenOf('dev'),
  });
} finally {
  await stopPortal();
  rmSync(stateDir, { recursive: true, force: true });
}
