import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vocabularyOf } from './blueprints';
import { engineCalled } from './engines';
import { predict, predictionLine } from './predict';
import { readRecords } from './records';
import { reportOf } from './report';
import { scoreOf } from './score';

const root = resolve(__dirname, '../../../../..');
const folder = join(root, 'evals');
const vocabulary = vocabularyOf(join(root, 'gitops/blueprints'));

const recordsOf = (file: string) =>
  readRecords(readFileSync(join(folder, file), 'utf8'));

describe('the embedded parser on labelled messages', () => {
  const engine = engineCalled('embedded', vocabulary);

  it.each(readdirSync(folder).filter(file => file.endsWith('.jsonl')))(
    'keeps its level on %s',
    async file => {
      const records = recordsOf(file);
      const score = scoreOf(records, await predict(engine, records));
      expect(score.intent).toBeGreaterThanOrEqual(0.93);
      expect(score.exact).toBeGreaterThanOrEqual(0.9);
      expect(score.slots.f1).toBeGreaterThanOrEqual(0.95);
      expect(score.outOfScope.recall).toBeGreaterThanOrEqual(0.9);
      expect(score.wronglyRefused).toBeLessThanOrEqual(0.05);
      expect(score.dialogueTurns).toBeGreaterThanOrEqual(0.95);
      expect(score.rightWhenActing).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('writes a prediction as a line, and a score for people', async () => {
    const [single, dialogue] = readRecords(
      [
        '{"id":"a","now":"2026-11-16T09:30:00Z","context":{"applications":["shop"]},"text":"restart the shop","expect":{"intent":"restart_application","params":{"application":"shop"}}}',
        '{"id":"b","now":"2026-11-16T09:30:00Z","context":{},"turns":[{"text":"hello","expect":{"intent":"thank"}}]}',
      ].join('\n'),
    );
    const predictions = await predict(engine, [single, dialogue]);
    expect(predictionLine(predictions[0], single)).toBe(
      '{"id":"a","intent":"restart_application","params":{"application":"shop"}}',
    );
    expect(predictionLine(predictions[1], dialogue)).toBe(
      '{"id":"b","turns":[{"intent":"greet","params":{}}]}',
    );
    const score = scoreOf([single, dialogue], predictions);
    expect(score).toMatchObject({ turns: 2, intent: 0.5, exact: 0.5 });
    expect(reportOf(score, true)).toMatch(/intent accuracy +50.0 %/);
    expect(reportOf(score, true)).toContain('b "hello"');
    expect(reportOf(score, false)).not.toContain('"hello"');
  });

  it('names the line that is no labelled message, and the host that is missing', () => {
    expect(() => readRecords('\n{"id":1}')).toThrow(/Line 2/);
    expect(() => engineCalled('hybrid', vocabulary)).toThrow(/OLLAMA_HOST/);
  });
});
