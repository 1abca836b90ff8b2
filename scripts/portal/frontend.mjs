import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Sentence } from './sentence.mjs';
import { step } from './progress.mjs';
import { root, toolsDir } from './paths.mjs';
import { lastLines } from './toolchain.mjs';

const mark = join(toolsDir, 'frontend');

/** The folders that end up in the browser. */
const sources = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/aiops-agent/src',
  'plugins/aiops-agent/package.json',
  'plugins/aiops-agent-common/src',
  'yarn.lock',
  'app-config.yaml',
];

function* filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) {
    return;
  }
  if (statSync(full).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) {
    yield* filesBelow(join(path, name));
  }
}

function digest() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(source)) {
      hash.update(file).update(readFileSync(join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** Builds what the browser loads, unless that has been built from these sources. */
export function buildFrontend({ node, yarn, env }) {
  const now = digest();
  if (
    existsSync(join(root, 'packages/app/dist/index.html')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === now
  ) {
    return;
  }
  step('Building the pages (about half a minute, once)');
  const built = spawnSync(node, [yarn, 'workspace', 'app', 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    throw new Sentence(
      `The pages could not be built:\n\n${lastLines(
        built.stdout + built.stderr,
        30,
      )}`,
    );
  }
  mkdirSync(toolsDir, { recursive: true });
  writeFileSync(mark, now);
}
