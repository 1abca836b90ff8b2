import { NotFoundError } from '@backstage/errors';
import { GitFailure, type GitProcess } from './GitProcess';

/** Larger files are no manifests. */
const LARGEST_BYTES = 1024 * 1024;

/** Commits whose files are kept in memory. */
const KEPT_COMMITS = 6;

/**
 * Reads every text file of a commit. A file that two commits share is read
 * and held once, as one and the same string.
 */
export class TreeReader {
  private readonly commits = new Map<
    string,
    Promise<ReadonlyMap<string, string>>
  >();
  private readonly blobs = new Map<string, string | undefined>();

  constructor(private readonly git: GitProcess) {}

  /** Files by path. @throws NotFoundError when there is no such commit. */
  async files(sha: string): Promise<ReadonlyMap<string, string>> {
    const known = this.commits.get(sha);
    this.commits.delete(sha);
    const files = known ?? this.read(sha);
    this.commits.set(sha, files);
    while (this.commits.size > KEPT_COMMITS) {
      this.commits.delete(this.commits.keys().next().value!);
    }
    try {
      return await files;
    } catch (error) {
      this.commits.delete(sha);
      throw error;
    }
  }

  private async read(sha: string): Promise<ReadonlyMap<string, string>> {
    const entries = await this.list(sha);
    // Another commit may be read meanwhile, which remembers other files.
    const known = new Map(this.blobs);
    const missing = new Set(entries.values());
    for (const oid of known.keys()) {
      missing.delete(oid);
    }
    const fresh = await this.contents([...missing]);

    const files = new Map<string, string>();
    const used = new Map<string, string | undefined>();
    for (const [path, oid] of entries) {
      const text = known.get(oid) ?? fresh.get(oid);
      used.set(oid, text);
      if (text !== undefined) {
        files.set(path, text);
      }
    }
    // Only the newest reading is worth remembering: heads differ by little.
    this.blobs.clear();
    used.forEach((text, oid) => this.blobs.set(oid, text));
    return files;
  }

  /** Blob ids by path: files only, no links and no submodules. */
  private async list(sha: string): Promise<Map<string, string>> {
    const output = await this.lsTree(sha);
    const entries = new Map<string, string>();
    for (const line of output.split('\0')) {
      const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line);
      if (match && Number(match[2]) <= LARGEST_BYTES) {
        entries.set(match[3], match[1]);
      }
    }
    return entries;
  }

  private async lsTree(sha: string): Promise<string> {
    try {
      return await this.git.run([
        'ls-tree',
        '-r',
        '-l',
        '-z',
        '--full-tree',
        `${sha}^{commit}`,
      ]);
    } catch (error) {
      if (error instanceof GitFailure && error.exitCode === 128) {
        throw new NotFoundError(
          `The GitOps repository has no commit ${sha.slice(0, 12)}.`,
          error,
        );
      }
      throw error;
    }
  }

  /** Texts by blob id; nothing for what is not text. */
  private async contents(
    oids: string[],
  ): Promise<Map<string, string | undefined>> {
    const texts = new Map<string, string | undefined>();
    if (oids.length === 0) {
      return texts;
    }
    const output = await this.git.catFile(['--batch'], {
      input: `${oids.join('\n')}\n`,
    });
    let at = 0;
    while (at < output.length) {
      const lineEnd = output.indexOf(0x0a, at);
      const [oid, , size] = output.toString('latin1', at, lineEnd).split(' ');
      const end = lineEnd + 1 + Number(size);
      const bytes = output.subarray(lineEnd + 1, end);
      texts.set(oid, bytes.includes(0) ? undefined : bytes.toString('utf8'));
      at = end + 1;
    }
    return texts;
  }
}
