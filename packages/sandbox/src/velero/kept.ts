import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KubeObject } from '../kubernetes/types';
import { jsonFile } from '../state';
import type { BackupContents } from './Backups';

/** Keeps each backup's objects in a file of its own. */
export function keptIn(folder: string): BackupContents {
  const path = (name: string) => join(folder, `${name}.json`);
  const file = (name: string) => jsonFile<KubeObject[]>(path(name));
  return {
    read: name => file(name).read(),
    write: (name, objects) => file(name).write(objects),
    remove: name => rmSync(path(name), { force: true }),
  };
}
