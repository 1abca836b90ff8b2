import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from './command';

/** How the repository comes into being. */
export interface SeedOptions {
  /** The bare repository: `…/platform.git`. */
  directory: string;
  /** Its first content, committed once. */
  seedDirectory: string;
  branch: string;
  /** Time of the first commit. */
  now: Date;
}

const SETTINGS: Array<[string, string]> = [
  // History is the record of who asked for what: nobody rewrites it.
  ['receive.denyNonFastForwards', 'true'],
  ['receive.denyDeletes', 'true'],
  ['receive.fsckObjects', 'true'],
  ['http.receivepack', 'true'],
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['core.autocrlf', 'false'],
  ['gc.auto', '0'],
];

/**
 * Makes the bare repository with one commit of the platform team, unless it
 * is there. It appears under its name only once it is complete.
 *
 * @throws Error with a sentence when there is nothing to seed it from.
 */
export async function seedRepository(options: SeedOptions): Promise<void> {
  const { directory, seedDirectory, branch } = options;
  if (existsSync(join(directory, 'HEAD'))) {
    return;
  }
  if (!existsSync(seedDirectory)) {
    throw new Error(
      `The platform repository's first content is missing: there is no folder ${seedDirectory}.`,
    );
  }
  const building = `${directory}.new`;
  await rm(building, { recursive: true, force: true });
  await mkdir(dirname(directory), { recursive: true });
  await git([
    'init',
    '--quiet',
    '--bare',
    `--initial-branch=${branch}`,
    building,
  ]);
  for (const [key, value] of SETTINGS) {
    await git(['--git-dir', building, 'config', key, value]);
  }

  const index = { GIT_INDEX_FILE: join(building, 'seed-index') };
  await git(
    ['--git-dir', building, '--work-tree', seedDirectory, 'add', '--all', '.'],
    { environment: index },
  );
  const tree = await run(['write-tree'], index);
  const at = options.now.toISOString();
  const commit = await run(
    ['commit-tree', tree, '-m', 'Lay the platform repository'],
    {
      GIT_AUTHOR_NAME: 'Platform team',
      GIT_AUTHOR_EMAIL: 'platform@corp.example.com',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: 'Platform team',
      GIT_COMMITTER_EMAIL: 'platform@corp.example.com',
      GIT_COMMITTER_DATE: at,
    },
  );
  await run(['update-ref', `refs/heads/${branch}`, commit], {});
  await rm(index.GIT_INDEX_FILE, { force: true });
  await rename(building, directory);

  async function run(args: string[], environment: Record<string, string>) {
    const out = await git(['--git-dir', building, ...args], { environment });
    return out.toString('utf8').trim();
  }
}
