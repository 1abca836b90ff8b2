import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { ProgramTables } from '../kubernetes';

const FILE = join(
  dirname(require.resolve('@aiops-portal/sandbox/package.json')),
  'src/world/programs.yaml',
);

/** How the programs of the company behave, and who uses them. */
export function readPrograms(): Required<ProgramTables> {
  return parse(readFileSync(FILE, 'utf8'));
}
