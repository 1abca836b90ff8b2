import {
  readBackups,
  readPlatform,
  type FileEdit,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { parse } from 'yaml';
import { shippedFiles } from './__testUtils__/platform';
import { DEFAULT_BACKUPS } from './backup';
import { createComposer } from './composer';
import { applyEdits } from './diff';
import { checkPaths } from './safety';

const MADE = new Date('2026-11-16T09:30:00.250Z');
const home = { name: 'marketing-dev', team: 'marketing', tier: 'dev' } as const;

function composer(platform: PlatformSnapshot, backups = DEFAULT_BACKUPS) {
  return createComposer(platform, {
    domain: 'corp.example.com',
    now: MADE,
    backups,
  });
}

function upon(platform: PlatformSnapshot, edits: FileEdit[]): PlatformSnapshot {
  return readPlatform(applyEdits(platform.files, edits), 'b'.repeat(40));
}

function world(): PlatformSnapshot {
  const empty = readPlatform(shippedFiles(), 'a'.repeat(40));
  const withEnvironment = upon(empty, composer(empty).environment(home).edits);
  return upon(
    withEnvironment,
    composer(withEnvironment).deploy({
      blueprint: 'wordpress',
      name: 'marketing-blog',
      environment: home,
    }).edits,
  );
}

const thing = (platform: PlatformSnapshot, name: string) =>
  platform.deployed.find(each => each.name === name)!;

describe('a backup in Git', () => {
  it('is an order to Velero for a thing and its database, which the portal may write and Argo CD leaves alone', () => {
    const platform = world();
    const part = composer(platform).backup(
      thing(platform, 'marketing-blog'),
      MADE,
    );
    const [{ path, content }] = part.edits;
    expect(path).toBe(
      'k8s-manifests/platform/backups/marketing-dev-marketing-blog-20261116-093000.yaml',
    );
    expect(() => checkPaths(part.edits)).not.toThrow();
    expect(parse(content!)).toEqual({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: {
        name: 'marketing-dev-marketing-blog-20261116-093000',
        namespace: 'velero',
        labels: {
          'app.kubernetes.io/part-of': 'marketing-dev',
          'app.kubernetes.io/managed-by': 'aiops-portal',
        },
        annotations: {
          'aiops-portal.io/owner': 'marketing',
          'aiops-portal.io/volumes': 'marketing-blog,data-marketing-blog-db',
          'aiops-portal.io/remove-after': '2026-12-15T09:30:00.250Z',
          'argocd.argoproj.io/sync-options': 'Prune=false',
          'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
        },
      },
      spec: {
        includedNamespaces: ['marketing-dev'],
        labelSelector: {
          matchExpressions: [
            {
              key: 'app.kubernetes.io/instance',
              operator: 'In',
              values: ['marketing-blog', 'marketing-blog-db'],
            },
          ],
        },
        ttl: '720h0m0s',
        defaultVolumesToFsBackup: true,
        snapshotVolumes: false,
      },
    });
    expect(content).toContain('# This file goes before Velero deletes');
    expect(part.targets).toEqual([
      'application/marketing-blog',
      'backup/marketing-dev-marketing-blog-20261116-093000',
    ]);

    const after = upon(platform, part.edits);
    expect(after.problems).toEqual(platform.problems);
    expect(readBackups(after)).toEqual([
      {
        kind: 'backup',
        name: 'marketing-dev-marketing-blog-20261116-093000',
        environment: 'marketing-dev',
        team: 'marketing',
        path,
        removeAfter: '2026-12-15T09:30:00.250Z',
      },
    ]);
    expect(() =>
      composer(after).backup(thing(after, 'marketing-blog'), MADE),
    ).toThrow('in this very second already, so nothing was changed');
  });

  it('is of one thing by its label, and of an environment without one', () => {
    const platform = world();
    const spec = (edits: FileEdit[]) => parse(edits[0].content!).spec;
    const database = composer(platform).backup(
      thing(platform, 'marketing-blog-db'),
      MADE,
    );
    expect(spec(database.edits).labelSelector).toEqual({
      matchLabels: { 'app.kubernetes.io/instance': 'marketing-blog-db' },
    });
    const [environment] = platform.environments;
    const whole = composer(platform).backup(environment, MADE);
    expect(spec(whole.edits).labelSelector).toBeUndefined();
    expect(whole.edits[0].path).toMatch(
      /\/marketing-dev-20261116-093000\.yaml$/,
    );
    expect(whole.volumes).toHaveLength(2);
  });

  it('promises no data of what sleeps where files are copied, and does where snapshots are made', () => {
    const awake = world();
    const platform = upon(
      awake,
      composer(awake).sleep(thing(awake, 'marketing-blog-db')).edits,
    );
    const [environment] = platform.environments;
    expect(composer(platform).backup(environment, MADE).volumes).toEqual([
      'marketing-blog',
    ]);
    const snapshots = composer(platform, {
      ...DEFAULT_BACKUPS,
      keepDays: 1,
      volumes: 'snapshots',
    }).backup(environment, MADE);
    expect(snapshots.volumes).toHaveLength(2);
    expect(parse(snapshots.edits[0].content!)).toMatchObject({
      metadata: {
        annotations: {
          'aiops-portal.io/remove-after': '2026-11-16T21:30:00.250Z',
        },
      },
      spec: {
        ttl: '24h0m0s',
        defaultVolumesToFsBackup: false,
        snapshotVolumes: true,
      },
    });
  });

  it('leaves Git with its environment, whose removal makes nothing of it anew', () => {
    const platform = world();
    const [environment] = platform.environments;
    const after = upon(
      platform,
      composer(platform).backup(environment, MADE).edits,
    );
    const removed = upon(after, composer(after).remove(environment).edits);
    expect(readBackups(removed)).toEqual([]);
    // A thing's removal leaves them: the order stands until its day.
    const blog = thing(after, 'marketing-blog');
    expect(
      readBackups(upon(after, composer(after).remove(blog).edits)),
    ).toHaveLength(1);
  });
});
