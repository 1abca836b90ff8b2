import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtinIntents } from '../../intents/builtin';
import { createUnderstanding } from '../createUnderstanding';
import { vocabularyOf } from './blueprints';
import { readRecords } from './records';
import { scoreEngine } from './score';

/**
 * Scores the embedded parser on labelled messages, without a portal:
 * `--file labelled.jsonl [--blueprints gitops/blueprints] [--misses]`.
 * Prints one JSON object; the misses go to standard error.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      blueprints: { type: 'string', default: 'gitops/blueprints' },
      misses: { type: 'boolean', default: false },
    },
  });
  if (!values.file) {
    throw new Error('Say which messages to score: --file labelled.jsonl');
  }
  const records = readRecords(readFileSync(resolve(values.file), 'utf8'));
  const vocabulary = vocabularyOf(resolve(values.blueprints));
  const started = performance.now();
  const engine = createUnderstanding({
    intents: builtinIntents,
    vocabulary: () => vocabulary,
  });
  const trainedIn = Math.round(performance.now() - started);
  // The first pass warms the code up, as a server that runs is.
  await scoreEngine(engine, records);
  const { misses, ...score } = await scoreEngine(engine, records);
  if (values.misses) {
    for (const miss of misses) {
      process.stderr.write(`${JSON.stringify(miss)}\n`);
    }
  }
  process.stdout.write(
    `${JSON.stringify({ ...score, misses: misses.length, trainedIn })}\n`,
  );
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
