import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { applicationRef } from './applicationController';
import { ManifestError, parseManifest, type Tree } from './manifests';
import { ARGOCD_API, ARGOCD_NAMESPACE, MANAGER } from './names';
import type { ApplicationSpec } from './types';

const FOLDER = 'argo-apps/';
const ROOT = `${FOLDER}app-of-apps.yaml`;

/** Everything may be deployed anywhere by it, as in a fresh Argo CD. */
const DEFAULT_PROJECT: KubeObject = {
  apiVersion: ARGOCD_API,
  kind: 'AppProject',
  metadata: { name: 'default', namespace: ARGOCD_NAMESPACE },
  spec: {
    sourceRepos: ['*'],
    destinations: [{ server: '*', namespace: '*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
  },
};

/**
 * Does once what an administrator does with kubectl: namespace, projects and
 * the root Application, which then takes care of everything else.
 *
 * @throws ManifestError when the root Application can't be read.
 */
export function bootstrap(cluster: ClusterApi, tree: Tree): void {
  const namespace: KubeObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: ARGOCD_NAMESPACE },
  };
  const ensure = (object: KubeObject) => {
    const { apiVersion, kind, metadata } = object;
    if (
      !cluster.get({
        apiVersion,
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
      })
    ) {
      cluster.apply(object, MANAGER);
    }
  };
  ensure(namespace);
  ensure(DEFAULT_PROJECT);

  const roots = rootApplications(tree);
  if (!roots.some(root => !cluster.get(applicationRef(root.metadata.name)))) {
    return;
  }
  for (const [path, text] of tree) {
    if (
      path.startsWith(FOLDER) &&
      /\.ya?ml$/.test(path) &&
      text.includes('AppProject')
    ) {
      parseManifest(path, text)
        .filter(object => object.kind === 'AppProject')
        .forEach(inNamespace);
    }
  }
  roots.forEach(inNamespace);

  function inNamespace(object: KubeObject): void {
    ensure({
      ...object,
      metadata: { ...object.metadata, namespace: ARGOCD_NAMESPACE },
    });
  }
}

/** The repositories that the root Application reads: this one, by the names that it has elsewhere. */
export function platformRepositories(tree: Tree): Set<string> {
  try {
    return new Set(
      rootApplications(tree).flatMap(({ spec }) => {
        const { source, sources = source ? [source] : [] } =
          spec as ApplicationSpec;
        return sources.map(one => one.repoURL);
      }),
    );
  } catch (error) {
    if (error instanceof ManifestError) {
      return new Set();
    }
    throw error;
  }
}

function rootApplications(tree: Tree): KubeObject[] {
  return parseManifest(ROOT, tree.get(ROOT) ?? '').filter(
    object => object.kind === 'Application',
  );
}
