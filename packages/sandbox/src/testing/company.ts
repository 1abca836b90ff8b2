import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseManifest } from '../argocd';
import {
  createKubernetesSandbox,
  type KubeObject,
  type KubernetesSandbox,
  type SandboxClock,
} from '../kubernetes';
import { readPrograms } from '../world';

/** The platform repository as it is shipped. */
export const GITOPS = join(
  dirname(require.resolve('@aiops-portal/sandbox/package.json')),
  '../../gitops',
);

const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: Error) => {
    throw new Error(message, { cause: error });
  },
};

/**
 * A cluster in which all that the shipped repository says is applied, as if
 * Argo CD and External Secrets had been there: for tests of how the company fares.
 */
export async function startCompany(
  clock: SandboxClock,
): Promise<KubernetesSandbox> {
  const sandbox = await createKubernetesSandbox({
    port: 0,
    clock,
    users: [],
    programs: readPrograms(),
    logger,
  });
  await sandbox.start();
  const manifests = manifestsIn(GITOPS);
  const namespaces = manifests.filter(({ kind }) => kind === 'Namespace');
  const others = manifests.filter(
    ({ apiVersion, kind }) =>
      apiVersion !== 'argoproj.io/v1alpha1' && kind !== 'Namespace',
  );
  for (const object of [...namespaces, ...others]) {
    sandbox.api.apply(object, 'argocd-controller');
    if (object.kind === 'ExternalSecret') {
      sandbox.api.apply(secretOf(object), 'external-secrets');
    }
  }
  return sandbox;
}

function manifestsIn(folder: string): KubeObject[] {
  return readdirSync(join(folder, 'k8s-manifests'), {
    recursive: true,
    withFileTypes: true,
  })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .flatMap(path =>
      parseManifest(relative(folder, path), readFileSync(path, 'utf8')),
    );
}

function secretOf({ metadata, spec }: KubeObject): KubeObject {
  const data: Array<{ secretKey: string }> = spec.data ?? [];
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { namespace: metadata.namespace, name: spec.target.name },
    data: Object.fromEntries(
      data.map(({ secretKey }) => [
        secretKey,
        Buffer.from(
          secretKey === 'host' ? metadata.name : `a ${secretKey}`,
        ).toString('base64'),
      ]),
    ),
  };
}
