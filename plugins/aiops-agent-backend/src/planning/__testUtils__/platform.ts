import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  readPlatform,
  type FileEdit,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { applyEdits } from '../diff';

const GITOPS = resolve(
  resolvePackagePath('@aiops-portal/plugin-aiops-agent-backend'),
  '../../gitops',
);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** The shipped blueprints and policies, as they are in a repository. */
export function shippedFiles(): Map<string, string> {
  return new Map(
    ['blueprints', 'policies']
      .flatMap(folder => filesUnder(join(GITOPS, folder)))
      .map(path => [
        relative(GITOPS, path).replace(/\\/g, '/'),
        readFileSync(path, 'utf8'),
      ]),
  );
}

/** The platform that the shipped files and these edits make. */
export function platformWith(
  edits: FileEdit[] = [],
  head = 'a'.repeat(40),
): PlatformSnapshot {
  return readPlatform(applyEdits(shippedFiles(), edits), head);
}
