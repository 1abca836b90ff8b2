import type { JsonFile } from '../state';
import { VaultError } from './errors';

/** The values of a secret, as they were written. */
export type SecretData = Record<string, unknown>;

interface Version {
  /** Absent once it is destroyed. */
  data?: SecretData;
  created: string;
  deleted?: string;
}

interface Entry {
  created: string;
  updated: string;
  /** Number of the first version that is kept. */
  oldest: number;
  versions: Version[];
  custom?: Record<string, string>;
  casRequired?: boolean;
  maxVersions?: number;
}

/** Everything in the store, by path. */
export type StoredSecrets = Record<string, Entry>;

/** `metadata` of one version, as Vault writes it. */
export interface VersionMetadata {
  created_time: string;
  custom_metadata: Record<string, string> | null;
  deletion_time: string;
  destroyed: boolean;
  version: number;
}

const DEFAULT_MAX_VERSIONS = 10;

/** Secrets of a KV version 2 mount, kept in a file that only its owner may read. */
export class SecretsStore {
  readonly #file: JsonFile<StoredSecrets>;
  readonly #now: () => Date;
  readonly #secrets: Map<string, Entry>;
  readonly #listeners = new Set<(path: string) => void>();

  constructor(file: JsonFile<StoredSecrets>, now: () => Date) {
    this.#file = file;
    this.#now = now;
    this.#secrets = new Map(Object.entries(file.read() ?? {}));
  }

  /** Called with the path of each secret that changes; returns how to stop. */
  onChange(listener: (path: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  has(path: string): boolean {
    return this.#secrets.has(path);
  }

  /** A version, the newest by default; `data` is absent once it is deleted. */
  read(
    path: string,
    version?: number,
  ): { data?: SecretData; metadata: VersionMetadata } | undefined {
    const entry = this.#secrets.get(path);
    const number = version || (entry ? newest(entry) : 0);
    const found = entry?.versions[number - entry.oldest];
    if (!entry || !found) {
      return undefined;
    }
    return {
      data: found.deleted ? undefined : found.data,
      metadata: versionMetadata(entry, number, found),
    };
  }

  /**
   * Writes a new version.
   *
   * @param cas - the version that must be the newest now; 0 where none may be.
   * @throws VaultError 400 when it is not.
   */
  write(path: string, data: SecretData, cas?: number): VersionMetadata {
    const now = this.#now().toISOString();
    const entry = this.#secrets.get(path) ?? emptyEntry(now);
    if (cas === undefined && entry.casRequired) {
      throw new VaultError(
        400,
        'check-and-set parameter required for this call',
      );
    }
    if (cas !== undefined && cas !== newest(entry)) {
      throw new VaultError(
        400,
        'check-and-set parameter did not match the current version',
      );
    }
    const version: Version = { data, created: now };
    entry.versions.push(version);
    entry.updated = now;
    const surplus =
      entry.versions.length - (entry.maxVersions || DEFAULT_MAX_VERSIONS);
    if (surplus > 0) {
      entry.versions.splice(0, surplus);
      entry.oldest += surplus;
    }
    this.#secrets.set(path, entry);
    this.#save(path);
    return versionMetadata(entry, newest(entry), version);
  }

  /** Deletes versions, so that they can be brought back; the newest by default. */
  remove(path: string, versions?: number[]): void {
    this.#each(path, versions, version => {
      version.deleted ??= this.#now().toISOString();
    });
  }

  restore(path: string, versions: number[]): void {
    this.#each(path, versions, version => {
      version.deleted = undefined;
    });
  }

  /** Removes the values of versions for good. */
  destroy(path: string, versions: number[]): void {
    this.#each(path, versions, version => {
      version.data = undefined;
    });
  }

  /** Removes the secret with all of its versions. */
  purge(path: string): void {
    if (this.#secrets.delete(path)) {
      this.#save(path);
    }
  }

  configure(
    path: string,
    settings: Pick<Entry, 'custom' | 'casRequired' | 'maxVersions'>,
  ): void {
    const entry =
      this.#secrets.get(path) ?? emptyEntry(this.#now().toISOString());
    Object.assign(entry, settings);
    this.#secrets.set(path, entry);
    this.#save(path);
  }

  /** What Vault tells about a secret without its values. */
  metadata(path: string): object | undefined {
    const entry = this.#secrets.get(path);
    if (!entry) {
      return undefined;
    }
    return {
      cas_required: entry.casRequired ?? false,
      created_time: entry.created,
      current_version: newest(entry),
      custom_metadata: entry.custom ?? null,
      delete_version_after: '0s',
      max_versions: entry.maxVersions ?? 0,
      oldest_version: entry.oldest > 1 ? entry.oldest : 0,
      updated_time: entry.updated,
      versions: Object.fromEntries(
        entry.versions.map((version, index) => {
          const { created_time, deletion_time, destroyed } = versionMetadata(
            entry,
            entry.oldest + index,
            version,
          );
          return [
            entry.oldest + index,
            { created_time, deletion_time, destroyed },
          ];
        }),
      ),
    };
  }

  /** Names directly below a folder; those of folders end with `/`. */
  list(folder: string): string[] {
    const prefix = folder ? `${folder}/` : '';
    const names = [...this.#secrets.keys()]
      .filter(path => path.startsWith(prefix))
      .map(path => path.slice(prefix.length).replace(/\/.*$/, '/'));
    return [...new Set(names)].sort();
  }

  #each(
    path: string,
    versions: number[] | undefined,
    change: (version: Version) => void,
  ): void {
    const entry = this.#secrets.get(path);
    if (!entry) {
      return;
    }
    for (const number of versions ?? [newest(entry)]) {
      const version = entry.versions[number - entry.oldest];
      if (version) {
        change(version);
      }
    }
    this.#save(path);
  }

  #save(path: string): void {
    this.#file.write(Object.fromEntries(this.#secrets));
    this.#listeners.forEach(listener => listener(path));
  }
}

function emptyEntry(now: string): Entry {
  return { created: now, updated: now, oldest: 1, versions: [] };
}

function newest(entry: Entry): number {
  return entry.oldest + entry.versions.length - 1;
}

function versionMetadata(
  entry: Entry,
  number: number,
  version: Version,
): VersionMetadata {
  return {
    created_time: version.created,
    custom_metadata: entry.custom ?? null,
    deletion_time: version.deleted ?? '',
    destroyed: version.data === undefined,
    version: number,
  };
}
