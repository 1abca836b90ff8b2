import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildFrontend } from '../frontend.mjs';
import { install } from '../install.mjs';
import { root } from '../paths.mjs';
import { peopleAreKnown } from '../people.mjs';
import { assertFree, neededPorts, portalUrl } from '../ports.mjs';
import { step } from '../progress.mjs';
import {
  configFiles,
  portalEnv,
  sandboxUrl,
  startBackend,
  startSandbox,
} from '../run-portal.mjs';
import { Sentence } from '../sentence.mjs';
import { startedByYarn } from '../started-by.mjs';
import { toolchain } from '../toolchain.mjs';

const usage = `npm start                      the portal with its sandbox
npm start -- --without-sandbox  the portal with your own cluster and Git (app-config.local.yaml)
yarn start [packages …]         the same for developers: pages and backend reload as you edit`;

/** Sets up and runs the portal until Ctrl-C. */
export async function run(args) {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const sandbox = !args.includes('--without-sandbox');
  const rest = args.filter(arg => arg !== '--without-sandbox');
  if (rest.length > 0 && !startedByYarn()) {
    throw new Sentence(`'${rest.join(' ')}' is not understood.\n\n${usage}`);
  }

  const parts = [];
  const interrupted = new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => done('stop'));
    }
  });
  const stop = async () => {
    while (parts.length > 0) {
      await parts.pop().stop();
    }
  };

  try {
    const tools = toolchain();
    await assertFree(neededPorts({ sandbox }));
    await install(tools);
    if (startedByYarn()) {
      return await develop({ tools, sandbox, rest, parts, interrupted });
    }
    buildFrontend(tools);
    const begun = (async () => {
      if (sandbox) {
        parts.push(await startSandbox(tools));
      }
      parts.push(await startBackend({ ...tools, sandbox }));
      if (sandbox) {
        await peopleAreKnown();
      }
    })();
    if ((await Promise.race([begun, interrupted])) === 'stop') {
      await begun.catch(() => {});
      return 0;
    }
    await announce(sandbox);
    const ended = await Promise.race([
      interrupted,
      ...parts.map(part => part.failed()),
    ]);
    if (ended instanceof Sentence) {
      throw ended;
    }
    step('Stopping');
    return 0;
  } finally {
    await stop();
  }
}

async function develop({ tools, sandbox, rest, parts, interrupted }) {
  if (sandbox) {
    parts.push(await startSandbox(tools));
  }
  const configs = configFiles({ sandbox }).flatMap(file => [
    '--config',
    join(root, file),
  ]);
  const child = spawn(
    tools.node,
    [
      join(root, 'node_modules/.bin/backstage-cli'),
      'repo',
      'start',
      ...rest,
      ...configs,
    ],
    { cwd: root, env: portalEnv(tools.env), stdio: 'inherit' },
  );
  const ended = new Promise(done => child.once('exit', code => done(code)));
  const result = await Promise.race([ended, interrupted]);
  if (result === 'stop') {
    child.kill('SIGTERM');
    await ended;
    return 0;
  }
  return result ?? 1;
}

async function announce(sandbox) {
  step('Ready');
  const lines = ['', `  The portal     ${portalUrl}`];
  if (sandbox) {
    const response = await fetch(`${sandboxUrl}/healthz`);
    const { people } = await response.json();
    lines.push(`  The sandbox    ${sandboxUrl}`, '', '  Sign in as one of:');
    for (const { name, title } of people) {
      lines.push(`    ${name.padEnd(8)} ${title}`);
    }
  }
  lines.push(
    '',
    '  Ctrl-C stops it; what you made is kept. `npm run reset` clears it.',
    '',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
