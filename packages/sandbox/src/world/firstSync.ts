import type { ClusterApi, KubeObject } from '../kubernetes';

const API = 'argoproj.io/v1alpha1';

/**
 * Syncs, once each, the Applications that wait for a person, in the name of
 * the platform team: production has been running for long when the story
 * begins. Returns how to stop.
 */
export function syncAsPlatformTeam(cluster: ClusterApi): () => void {
  const sync = ({
    apiVersion,
    kind,
    metadata,
    spec,
    status,
    operation,
  }: KubeObject) => {
    const waits =
      apiVersion === API &&
      kind === 'Application' &&
      !spec?.syncPolicy?.automated &&
      status?.sync?.status === 'OutOfSync' &&
      !status.operationState &&
      !operation;
    if (waits) {
      const { namespace, name } = metadata;
      cluster.patch(
        { apiVersion, kind, namespace, name },
        {
          operation: {
            sync: {},
            initiatedBy: { username: 'ada' },
            retry: spec?.syncPolicy?.retry,
          },
        },
      );
    }
  };
  cluster.list(API, 'Application').forEach(sync);
  return cluster.onEvent(({ type, object }) => {
    if (type === 'MODIFIED') {
      // Not in the midst of somebody else's change.
      setImmediate(() => {
        const { apiVersion, kind, metadata } = object;
        const { namespace, name } = metadata;
        const now =
          kind === 'Application' &&
          cluster.get({ apiVersion, kind, namespace, name });
        if (now) {
          sync(now);
        }
      });
    }
  });
}
