// The commands of this repository: `npm start`, `npm test`, `npm run …`.
//
// This file and those in ./portal run on any Node from 18 on and use nothing
// that has to be installed first: they are what installs it.

import { Sentence } from './portal/sentence.mjs';

const commands = {
  start: () => import('./portal/commands/start.mjs'),
  test: () => import('./portal/commands/test.mjs'),
  'test:cluster': () => import('./portal/commands/test-cluster.mjs'),
  reset: () => import('./portal/commands/reset.mjs'),
  kubeconfig: () => import('./portal/commands/kubeconfig.mjs'),
  fault: () => import('./portal/commands/fault.mjs'),
  token: () => import('./portal/commands/token.mjs'),
  setup: () => import('./portal/commands/setup.mjs'),
  node: () => import('./portal/commands/node.mjs'),
};

const [name, ...args] = process.argv.slice(2);

try {
  const load = commands[name];
  if (!load) {
    throw new Sentence(
      `There is no command '${name ?? ''}'. There are: ${Object.keys(
        commands,
      ).join(', ')}.`,
    );
  }
  const { run } = await load();
  process.exitCode = (await run(args)) ?? 0;
} catch (error) {
  // A sentence is meant for the person; anything else is a defect of ours.
  console.error(error instanceof Sentence ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
