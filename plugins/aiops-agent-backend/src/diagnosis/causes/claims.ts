import type { KubeObject, PodObject } from '../../cluster/objects';
import { eventEvidence, evidence, type Found } from '../found';
import { podPath, type RunningWorkload, type Subject } from '../subject';
import { phrase, say } from '../../words';

const PLATFORM = phrase`The platform team can see what is wrong with the volume.`;

/**
 * Volumes that a waiting pod asks for and that nobody provides. A claim that
 * waits for its pod to find a machine is Pending by design: only what the
 * cluster complains of counts.
 */
export function claims(subject: Subject): Found[] {
  return subject.workloads.flatMap(workload => {
    const pod = workload.pods.find(
      ({ spec, status }) => !spec?.nodeName && status?.phase === 'Pending',
    );
    return pod
      ? (pod.spec?.volumes ?? []).flatMap(({ claim }) =>
          claim ? judge(subject, workload, pod, claim) : [],
        )
      : [];
  });
}

function judge(
  { source, title }: Subject,
  workload: RunningWorkload,
  pod: PodObject,
  name: string,
): Found[] {
  const { namespace } = pod.metadata;
  const path = `persistentvolumeclaims/${namespace}/${name}`;
  const base = { role: 'cause' as const, ask: PLATFORM };
  const claim = source.get('PersistentVolumeClaim', namespace, name) as
    | KubeObject<{ storageClassName?: string }>
    | undefined;
  if (!claim) {
    return source.knows('PersistentVolumeClaim')
      ? [
          {
            ...base,
            cause: 'mount.failed',
            target: workload.target,
            confidence: 0.9,
            summary: say`${title} cannot start: the volume "${name}" that it needs is not there.`,
            evidence: [
              evidence(`${podPath(pod)} spec.volumes`, name),
              evidence(path, 'not found'),
            ],
          },
        ]
      : [];
  }
  const complaint = source
    .eventsAbout(claim)
    .findLast(({ reason }) => reason === 'ProvisioningFailed');
  if (claim.status?.phase !== 'Pending' || !complaint) {
    return [];
  }
  const noClass = /storageclass\S* "[^"]*" not found/i.test(
    complaint.message ?? '',
  );
  return [
    {
      ...base,
      cause: noClass ? 'storage.class-missing' : 'storage.provisioning-failed',
      target: `PersistentVolumeClaim/${namespace}/${name}`,
      confidence: 0.9,
      summary: noClass
        ? say`${title} cannot start: its volume asks for a kind of storage that the cluster does not have.`
        : say`${title} cannot start: the cluster cannot make its volume.`,
      evidence: [
        eventEvidence(complaint),
        evidence(
          `${path} spec.storageClassName`,
          claim.spec?.storageClassName ?? 'the default',
        ),
      ],
    },
  ];
}
