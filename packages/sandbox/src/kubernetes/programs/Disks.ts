import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';
import { hashFraction } from '../values/random';

/** A volume with less free than this is full for whoever writes: 5 MiB. */
const LAST_BYTES = 5 * 2 ** 20;

/** How full a volume is, in bytes. */
export interface DiskUse {
  capacity: number;
  used: number;
}

/** The volumes of claims, and how full they are. */
export class Disks {
  /** Bytes that were written to claims, by `namespace/name`, where it isn't the usual. */
  written: Readonly<Record<string, number>> = {};

  constructor(private readonly store: ObjectStore) {}

  /** How full a claim's volume is: a third to a half of what it had at first, unless more was written. */
  use({ metadata, spec, status }: KubeObject): DiskUse {
    const { namespace, name, uid = '' } = metadata;
    const capacity = quantity(status?.capacity?.storage);
    const written = this.written[`${namespace}/${name}`];
    const first = quantity(spec.resources?.requests?.storage);
    return {
      capacity,
      used: Math.min(
        capacity,
        written ?? Math.round(first * (0.3 + 0.2 * hashFraction(uid))),
      ),
    };
  }

  /** The bound claims that a pod's volumes are of, by the volume's name. */
  claimsOf(pod: KubeObject): Map<string, KubeObject> {
    const claims = new Map<string, KubeObject>();
    for (const { name, persistentVolumeClaim } of pod.spec.volumes ?? []) {
      const claim =
        persistentVolumeClaim &&
        this.store.get(
          'v1/PersistentVolumeClaim',
          pod.metadata.namespace!,
          persistentVolumeClaim.claimName,
        );
      if (claim?.status?.phase === 'Bound') {
        claims.set(name, claim);
      }
    }
    return claims;
  }

  /** Whether nothing more can be written to one of a pod's volumes. */
  isFull(pod: KubeObject): boolean {
    return [...this.claimsOf(pod).values()].some(claim => {
      const { capacity, used } = this.use(claim);
      return capacity - used < LAST_BYTES;
    });
  }
}
