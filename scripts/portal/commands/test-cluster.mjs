import { delimiter } from 'node:path';
import { Sentence } from '../sentence.mjs';
import { run as test } from './test.mjs';

/**
 * `npm run test:cluster`: what the sandbox promises of Kubernetes, held against
 * the cluster that KUBECONFIG names, or against a sandbox without one. It
 * creates and deletes namespaces of its own.
 */
export async function run(args) {
  const { KUBECONFIG } = process.env;
  if (KUBECONFIG?.includes(delimiter)) {
    throw new Sentence(
      'KUBECONFIG names several files. Name the one of the cluster that the tests may use.',
    );
  }
  if (KUBECONFIG) {
    process.env.AIOPS_CONTRACT_KUBECONFIG = KUBECONFIG;
  }
  return test([
    'packages/sandbox/src/kubernetes/contract',
    '--runInBand',
    ...args,
  ]);
}
