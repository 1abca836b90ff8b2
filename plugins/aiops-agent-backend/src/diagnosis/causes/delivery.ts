import type { DeliveryStatus } from '../../cluster/types';
import { evidence, type Found } from '../found';
import type { Subject } from '../subject';
import { isShort } from '../workloads';
import { phrase, say } from '../../words';

const PLATFORM = phrase`The platform team can see in Argo CD what is in the way.`;

/** What Git says and Argo CD hasn't brought into the cluster. */
export function delivery(subject: Subject): Found[] {
  return subject.source
    .deliveries(subject.thing.path)
    .flatMap(one => [...notSynced(subject, one), ...degraded(subject, one)]);
}

function notSynced(subject: Subject, one: DeliveryStatus): Found[] {
  const { title } = subject;
  const path = pathOf(one);
  const base = { target: targetOf(one), ask: PLATFORM };
  const comparison = one.errors[0];
  if (comparison) {
    return [
      {
        ...base,
        cause: 'gitops.sync-failed',
        role: 'cause',
        confidence: 0.75,
        summary: say`What Git says of ${title} cannot be brought into the cluster.`,
        evidence: [evidence(`${path} status.conditions`, comparison)],
      },
    ];
  }
  const refused = one.failed?.find(resource => concerns(subject, resource));
  if (
    refused &&
    (one.operation === 'Failed' || one.operation === 'Error') &&
    one.sync !== 'Synced'
  ) {
    return [
      {
        ...base,
        cause: 'gitops.sync-failed',
        role: 'cause',
        confidence: 0.9,
        summary: say`The newest change of ${title} in Git was refused by the cluster.`,
        evidence: [
          evidence(
            `${path} status.operationState.syncResult.resources[${refused.kind}/${refused.name}]`,
            refused.message ?? 'SyncFailed',
          ),
        ],
      },
    ];
  }
  const behind = one.outOfSync?.find(resource => concerns(subject, resource));
  return behind && one.sync === 'OutOfSync' && one.operation !== 'Running'
    ? [
        {
          ...base,
          cause: 'gitops.out-of-sync',
          // What isn't there at all isn't there because of this.
          role: subject.missing.length > 0 ? 'cause' : 'symptom',
          confidence: 0.7,
          summary: one.automatic
            ? say`The cluster does not run ${title} as Git says.`
            : say`The cluster does not run ${title} as Git says: somebody has to start that on purpose.`,
          evidence: [
            evidence(
              `${path} status.resources[${behind.kind}/${behind.name}]`,
              'OutOfSync',
            ),
          ],
        },
      ]
    : [];
}

function degraded({ title, workloads }: Subject, one: DeliveryStatus): Found[] {
  return one.health === 'Degraded' && workloads.some(isShort)
    ? [
        {
          cause: 'gitops.degraded',
          role: 'symptom',
          target: targetOf(one),
          confidence: 0.5,
          summary: say`${title} is not well, as Argo CD says too.`,
          evidence: [
            evidence(
              `${pathOf(one)} status.health`,
              one.message ? `Degraded: ${one.message}` : 'Degraded',
            ),
          ],
          ask: PLATFORM,
        },
      ]
    : [];
}

/** An Application may deploy more than this thing. */
function concerns(
  { thing }: Subject,
  { kind, namespace, name }: { kind: string; namespace?: string; name: string },
): boolean {
  return (
    (namespace ?? thing.environment) === thing.environment &&
    (name === thing.instance ||
      thing.workloads.some(
        workload => workload.kind === kind && workload.name === name,
      ))
  );
}

function targetOf({ namespace, name }: DeliveryStatus): string {
  return `Application/${namespace}/${name}`;
}

function pathOf({ namespace, name }: DeliveryStatus): string {
  return `applications/${namespace}/${name}`;
}
