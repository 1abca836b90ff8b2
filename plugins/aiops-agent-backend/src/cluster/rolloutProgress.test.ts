import type { CachedObjects } from './CachedObjects';
import type { KubeObject, WorkloadObject } from './objects';
import { readinessOf } from './readiness';

const REVISION = 'deployment.kubernetes.io/revision';

/** A Deployment in the middle of a rollout, as its controller leaves it. */
class Rollout implements CachedObjects {
  readonly pods: KubeObject[] = [];
  deployment: WorkloadObject;
  private readonly sets = ['1', '2'].map(revision => ({
    metadata: {
      name: `blog-${revision}`,
      uid: `set-${revision}`,
      annotations: { [REVISION]: revision },
    },
  }));

  constructor(readonly desired: number, revision = '2') {
    this.deployment = {
      metadata: {
        name: 'blog',
        uid: 'blog',
        generation: 2,
        annotations: { [REVISION]: revision },
      },
      spec: { replicas: desired },
      status: { observedGeneration: 2 },
    };
  }

  add(revision: string, ready: boolean, terminated?: string) {
    this.pods.push({
      metadata: {
        name: `blog-${revision}-${this.pods.length}`,
        ownerReferences: [
          { kind: 'ReplicaSet', name: '', uid: `set-${revision}` },
        ],
      },
      status: {
        conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
        containerStatuses: [
          {
            name: 'blog',
            ready,
            lastState: terminated
              ? { terminated: { reason: terminated, exitCode: 137 } }
              : {},
          },
        ],
      },
    });
    return this;
  }

  get() {
    return this.deployment as KubeObject;
  }

  list() {
    return [];
  }

  related(kind: string, uid: string): KubeObject[] {
    if (kind === 'ReplicaSet') {
      return uid === 'blog' ? this.sets : [];
    }
    return kind === 'Pod'
      ? this.pods.filter(
          ({ metadata }) => metadata.ownerReferences?.[0].uid === uid,
        )
      : [];
  }

  says() {
    return readinessOf(
      { kind: 'Deployment', namespace: 'prod', name: 'blog' },
      this,
      new Date(0),
    ).detail;
  }
}

describe('a rollout, copy by copy', () => {
  it('begins, counts the new copies that answer, and waits for the old to end', () => {
    const rollout = new Rollout(4);
    rollout.deployment.metadata.generation = 3;
    expect(rollout.add('1', true).add('1', true).says()).toBe('about to begin');
    rollout.deployment.metadata.generation = 2;
    expect(rollout.says()).toBe('0 of 4 new copies answer');
    rollout.add('2', true).add('2', true).add('2', false).add('2', false);
    expect(rollout.says()).toBe('2 of 4 new copies answer');
    const done = new Rollout(2).add('1', true).add('2', true).add('2', true);
    expect(done.says()).toBe('all new copies answer; 1 other ends');
  });

  it('counts copies where only their number changes', () => {
    expect(new Rollout(3).add('2', true).add('2', false).says()).toBe(
      '1 of 3 copies answer',
    );
    expect(new Rollout(1).says()).toBe('0 of 1 copy answers');
    const fewer = new Rollout(1).add('2', true).add('2', true).add('2', true);
    expect(fewer.says()).toBe('2 copies too many end');
  });

  it('says what troubles the new copies, not what it mends of the old', () => {
    const mending = new Rollout(1).add('1', false, 'OOMKilled');
    expect(mending.says()).toBe('0 of 1 new copy answers');
    expect(mending.add('2', false, 'OOMKilled').says()).toBe(
      'it ran out of memory',
    );
  });
});
