import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtinIntents } from '../../intents/builtin';
import { outOfScopePhrases } from '../out-of-scope.phrases';
import { vocabularyOf } from './blueprints';
import { crossValidate } from './crossValidation';
import { engineCalled, ENGINES, type EngineName } from './engines';
import { ollamaModel } from './ollamaModel';
import { predict, predictionLine } from './predict';
import { readRecords } from './records';
import { reportOf } from './report';
import { scoreOf } from './score';

const USAGE = `npm run -s eval:language -- --file labelled.jsonl
  [--engine ${ENGINES.join('|')}]  what is scored; default: embedded
  [--out predictions.jsonl]           also writes what was understood
  [--quiet]                           leaves single errors out
  [--blueprints gitops/blueprints]    what can be deployed
or: --cross-validate                  judges the classifier on phrases left out`;

/** Scores an engine of understanding on labelled messages, without a portal. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      engine: { type: 'string', default: 'embedded' },
      out: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      'cross-validate': { type: 'boolean', default: false },
      blueprints: { type: 'string', default: 'gitops/blueprints' },
    },
  });
  const vocabulary = vocabularyOf(resolve(values.blueprints));
  if (values['cross-validate']) {
    const result = crossValidate(builtinIntents, outOfScopePhrases, vocabulary);
    process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  const name = ENGINES.find(each => each === values.engine) as
    | EngineName
    | undefined;
  if (!values.file || !name) {
    throw new Error(USAGE);
  }
  const records = readRecords(readFileSync(resolve(values.file), 'utf8'));
  const model = name === 'embedded' ? undefined : ollamaModel();
  const started = performance.now();
  const engine = engineCalled(name, vocabulary, model);
  const trainedIn = Math.round(performance.now() - started);
  if (name === 'embedded') {
    // The first pass warms the code up, as a server that runs is.
    await predict(engine, records);
  }
  const predictions = await predict(engine, records);
  if (model && !model.health().available) {
    process.stderr.write(
      `${process.env.OLLAMA_HOST} doesn't answer, so this is the embedded parser's score.\n`,
    );
  }
  if (values.out) {
    const lines = predictions.map((each, index) =>
      predictionLine(each, records[index]),
    );
    writeFileSync(resolve(values.out), `${lines.join('\n')}\n`);
  }
  const report = reportOf(scoreOf(records, predictions), !values.quiet);
  process.stdout.write(`${report}\n\ntrained in ${trainedIn} ms\n`);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
