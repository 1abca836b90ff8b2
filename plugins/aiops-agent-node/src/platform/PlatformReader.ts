import type { GitRepositoryService } from '../git';
import { ManifestCache } from './ManifestCache';
import { readPlatform } from './readPlatform';
import type { PlatformSnapshot } from './types';

/** Commits whose snapshots are kept in memory. */
const KEPT_SNAPSHOTS = 4;

/** The platform repository as a model, read once a commit. */
export class PlatformReader {
  private readonly snapshots = new Map<string, Promise<PlatformSnapshot>>();
  private readonly cache = new ManifestCache();

  constructor(
    private readonly git: Pick<GitRepositoryService, 'head' | 'files'>,
  ) {}

  /** The newest head that is known. @throws ServiceUnavailableError */
  async snapshot(): Promise<PlatformSnapshot> {
    return await this.snapshotAt(await this.git.head());
  }

  /** At one commit. @throws NotFoundError when there is no such commit. */
  async snapshotAt(sha: string): Promise<PlatformSnapshot> {
    const snapshot = this.snapshots.get(sha) ?? this.read(sha);
    this.snapshots.delete(sha);
    this.snapshots.set(sha, snapshot);
    while (this.snapshots.size > KEPT_SNAPSHOTS) {
      this.snapshots.delete(this.snapshots.keys().next().value!);
    }
    try {
      return await snapshot;
    } catch (error) {
      this.snapshots.delete(sha);
      throw error;
    }
  }

  private async read(sha: string): Promise<PlatformSnapshot> {
    const files = await this.git.files(sha);
    const snapshot = readPlatform(files, sha, this.cache);
    this.cache.rotate();
    return snapshot;
  }
}
