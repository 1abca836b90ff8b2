import {
  parseQuantity,
  type ContainerSpec,
  type Deployed,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { posix } from 'node:path';
import { blueprintsOf } from './blueprints';
import { parsePointer } from './documents';
import type { MainWorkload } from './mainWorkload';

/** `96mb`, as a program's own setting has it. */
const SETTING = /^(\d+)(kb|mb|gb)$/i;

/**
 * A blueprint may tell a program itself how much memory to take (a cache's
 * `maxmemory`): that grows and shrinks with what it is given.
 */
export function fitMemorySettings(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  { files }: MainWorkload,
  before: ContainerSpec,
  memory: string,
): void {
  const blueprint =
    thing.blueprint && blueprintsOf(snapshot.files).find(thing.blueprint);
  const was = before.limits.memory ?? before.requests.memory;
  if (!blueprint || !was) {
    return;
  }
  const ratio = parseQuantity(memory) / was;
  for (const { from, file, document, path } of blueprint.values) {
    const target = files.get(posix.join(thing.path, file))?.[document];
    for (const pointer of from.startsWith('size.') && target ? path : []) {
      const field = parsePointer(pointer);
      const [, amount, unit] =
        SETTING.exec(String(target!.getIn(field) ?? '')) ?? [];
      if (amount) {
        target!.setIn(
          field,
          `${Math.max(1, Math.floor(Number(amount) * ratio))}${unit}`,
        );
      }
    }
  }
}
