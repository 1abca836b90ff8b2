import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseDir, root, sandboxDir } from './paths.mjs';
import { portalPort, portalUrl, sandboxPort } from './ports.mjs';
import { Part } from './processes.mjs';
import { step } from './progress.mjs';

const transform = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

/** How the sandbox runs: with little room (MB) for what is thrown away at once, since it shares the machine. */
export const sandboxArgs = [
  '--max-semi-space-size=2',
  ...transform,
  join(root, 'packages/sandbox/src/main.ts'),
];

export const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;

/** What app-config.yaml and app-config.sandbox.yaml read from the environment. */
export function portalEnv(env) {
  const at = offset => `http://127.0.0.1:${sandboxPort + offset}`;
  return {
    ...env,
    AIOPS_PORT: String(portalPort),
    AIOPS_PORTAL_URL: portalUrl,
    AIOPS_DATABASE_DIR: databaseDir,
    AIOPS_SESSION_SECRET: randomBytes(32).toString('hex'),
    AIOPS_STATE_DIR: sandboxDir,
    AIOPS_SANDBOX_PORT: String(sandboxPort),
    AIOPS_SANDBOX_KUBERNETES: at(1),
    AIOPS_SANDBOX_GIT: at(2),
    AIOPS_SANDBOX_VAULT: at(3),
    AIOPS_SANDBOX_OPENID: at(4),
    AIOPS_SANDBOX_WEB_PORT: String(sandboxPort + 5),
  };
}

/** Configuration files in the order in which they override each other. */
export function configFiles({ sandbox }) {
  const files = ['app-config.yaml'];
  if (sandbox) {
    files.push('app-config.sandbox.yaml');
  }
  if (existsSync(join(root, 'app-config.local.yaml'))) {
    files.push('app-config.local.yaml');
  }
  return files;
}

/** Starts the sandbox process and waits for it. */
export async function startSandbox({ node, env }) {
  mkdirSync(sandboxDir, { recursive: true });
  step('Starting the sandbox: a small company to try things in');
  const part = new Part({
    name: 'sandbox',
    node,
    args: sandboxArgs,
    env: portalEnv(env),
  });
  await part.ready(`${sandboxUrl}/healthz`, 60);
  return part;
}

/** Starts the backend, which also serves the pages, and waits for it. */
export async function startBackend({ node, env, sandbox }) {
  mkdirSync(databaseDir, { recursive: true });
  step('Starting the portal');
  const configs = configFiles({ sandbox }).flatMap(file => [
    '--config',
    join(root, file),
  ]);
  const part = new Part({
    name: 'portal',
    node,
    args: [...transform, 'src/index.ts', ...configs],
    env: {
      ...portalEnv(env),
      AIOPS_APP_URL: portalUrl,
      NODE_ENV: 'production',
      NODE_OPTIONS: '--no-node-snapshot',
    },
    // Where Backstage expects a backend to run: paths in app-config.yaml
    // begin here.
    folder: 'packages/backend',
    givesUpWith: 'Backend startup failed',
  });
  await part.ready(
    `http://127.0.0.1:${portalPort}/.backstage/health/v1/readiness`,
    120,
  );
  return part;
}
