import type { Level } from '@aiops-portal/plugin-aiops-agent-common';
import { say } from '../../words';
import { bytesWord } from './amounts';
import { counted } from './lists';
import { sees } from './things';

const milli = (cores: number) => Math.round(cores * 1000);

/**
 * CPU before and after in one unit: `500m` and `1000m`, or `1` and `2` where
 * both are whole cores.
 */
function cpuWords(...cores: number[]): string[] {
  return cores.every(one => Number.isInteger(one))
    ? cores.map(String)
    : cores.map(one => `${milli(one)}m`);
}

/** What one copy may use, before and after: `1000m of CPU instead of 500m`. */
export function cpuChange(before: number | undefined, after: number): string {
  const all = [after, ...(before === undefined ? [] : [before])];
  const [amount, was] = cpuWords(...all);
  const now = all.every(Number.isInteger)
    ? counted(after, 'core')
    : say`${amount} of CPU`;
  return was === undefined ? now : say`${now} instead of ${was}`;
}

/** `2 GiB of memory instead of 1 GiB` */
export function memoryChange(
  before: number | undefined,
  after: number,
): string {
  return before === undefined
    ? say`${bytesWord(after)} of memory`
    : say`${bytesWord(after)} of memory instead of ${bytesWord(before)}`;
}

/**
 * A thing by its name, for those who want to know with where it lives and, for
 * admins, what it is in the repository.
 */
export function thingWord(
  level: Level,
  thing: { name: string; environment: string },
  workload: { kind: string; name: string; file: string },
): string {
  if (sees(level, 'admin')) {
    return `**${thing.name}** (\`${workload.kind} ${thing.environment}/${workload.name}\`, \`${workload.file}\`)`;
  }
  return sees(level, 'developer')
    ? `**${thing.name}** (\`${thing.environment}/${workload.name}\`)`
    : `**${thing.name}**`;
}
