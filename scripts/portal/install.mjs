import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Sentence } from './sentence.mjs';
import { step } from './progress.mjs';
import { root, toolsDir } from './paths.mjs';
import { lastLines } from './toolchain.mjs';

const mark = join(toolsDir, 'installed');
const ATTEMPTS = 3;

/** What an install depends on: the lock file and every package.json. */
function wanted() {
  const hash = createHash('sha256');
  const files = ['yarn.lock', 'package.json', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      files.push(join(folder, name, 'package.json'));
    }
  }
  for (const file of files.filter(name => existsSync(join(root, name)))) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function runYarn({ node, yarn, env }) {
  return new Promise((done, fail) => {
    const child = spawn(node, [yarn, 'install', '--immutable'], {
      cwd: root,
      env: { ...env, YARN_ENABLE_TELEMETRY: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const read = chunk => {
      output += chunk;
      for (const [, name] of String(chunk).matchAll(/┌ (.+ step)/g)) {
        step(`  ${name}`);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', fail);
    child.on('close', code => done({ code, output }));
  });
}

/**
 * Installs from `yarn.lock`, unless that has been done. The mark is removed
 * first, so a half-finished install is finished by the next start.
 *
 * @throws Sentence when it can't be done.
 */
export async function install(tools) {
  const now = wanted();
  if (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === now &&
    existsSync(join(root, 'node_modules/.yarn-state.yml'))
  ) {
    return;
  }
  rmSync(mark, { force: true });
  mkdirSync(toolsDir, { recursive: true });
  step(
    'Installing what the portal is made of (the first time takes a few minutes)',
  );
  let last;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    last = await runYarn(tools);
    if (last.code === 0) {
      writeFileSync(mark, now);
      return;
    }
    if (/YN0028/.test(last.output)) {
      throw new Sentence(
        "yarn.lock does not fit the package.json files. Run 'node scripts/portal.mjs node .yarn/releases/yarn-*.cjs install' and commit yarn.lock.",
      );
    }
    if (attempt < ATTEMPTS) {
      step(
        `  That did not go through; trying again (${
          attempt + 1
        } of ${ATTEMPTS})`,
      );
    }
  }
  const network =
    /(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|RequestError)/.test(
      last.output,
    );
  throw new Sentence(
    `${
      network
        ? 'The npm registry could not be reached. Check the network and try again'
        : 'The install did not finish. Try again'
    }; ` +
      `what is there already is kept. The last lines were:\n\n${lastLines(
        last.output,
      )}`,
  );
}
