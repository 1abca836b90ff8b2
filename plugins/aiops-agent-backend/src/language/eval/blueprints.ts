import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Vocabulary } from '../types';

const blueprint = z.object({
  title: z.string().optional(),
  role: z.enum(['application', 'database', 'cache']),
  engine: z.string().optional(),
  aliases: z.array(z.string()).default([]),
});

/** The words of the blueprints in a folder, each in one of its own. */
export function vocabularyOf(folder: string): Vocabulary {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return {
    blueprints: names.flatMap(name => {
      const file = join(folder, name, 'blueprint.yaml');
      const found = existsSync(file)
        ? blueprint.safeParse(parse(readFileSync(file, 'utf8')))
        : undefined;
      return found?.success ? [{ name, ...found.data }] : [];
    }),
  };
}
