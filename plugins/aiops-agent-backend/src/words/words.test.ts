import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { builtinIntents } from '../intents';
import { World } from '../intents/testing/world';
import { createComposer } from '../planning';
import { de } from './de';
import { languageOf, say, sayAgain, speaking } from '.';

const SOURCE = join(__dirname, '..');

/**
 * The keys of all sentences in a file, as `say` and `phrase` make them, and the
 * words that are counted.
 */
function saidIn(path: string): string[] {
  const file = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isTaggedTemplateExpression(node) &&
      ts.isIdentifier(node.tag) &&
      ['say', 'phrase'].includes(node.tag.text)
    ) {
      const { template } = node;
      keys.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : template.templateSpans.reduce(
              (key, span, index) => `${key}{${index}}${span.literal.text}`,
              template.head.text,
            ),
      );
    }
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'counted'
    ) {
      const words = node.arguments.filter(ts.isStringLiteral);
      keys.push(
        ...words.map(({ text }) => text),
        ...(words.length === 1 ? [`${words[0].text}s`] : []),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return keys;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sourcesBelow(path);
    }
    return /(?<!\.test|\.fixture)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const placesOf = (sentence: string) =>
  [...new Set(sentence.match(/\{\d+\}/g))].sort().join(' ');

describe('sentences in the language of the turn', () => {
  const said = sourcesBelow(SOURCE).flatMap(path =>
    saidIn(path).map(key => ({ key, where: relative(SOURCE, path) })),
  );

  it('all have a German one, with the same things in it', () => {
    const missing = said
      .filter(({ key }) => de[key] === undefined)
      .map(({ key, where }) => `${where}: ${key}`);
    const uneven = Object.entries(de)
      .filter(([english, german]) => placesOf(english) !== placesOf(german))
      .map(([english]) => english);
    const titles = builtinIntents.filter(({ title }) => !de[title]);
    const shipped = createComposer(new World().platform, {
      domain: 'corp.example.com',
      now: new Date(),
    })
      .blueprints()
      .flatMap(({ noun, description }) => [noun, description])
      .filter(sentence => !de[sentence]);
    expect({
      missing: [
        ...new Set([
          ...missing,
          ...titles.map(({ title }) => title),
          ...shipped,
        ]),
      ],
      uneven,
    }).toEqual({ missing: [], uneven: [] });
  });

  it('are filled in, in German only during a German turn', async () => {
    const name = 'blog';
    expect(say`Nothing is called ${name} in ${'shop'}, not even ${name}.`).toBe(
      'Nothing is called blog in shop, not even blog.',
    );
    const costly = () => say`It would cost ${'$5'} more.`;
    expect(costly()).toBe('It would cost $5 more.');
    const german = speaking('de', async () => {
      await Promise.resolve();
      return [costly(), sayAgain('Nothing was changed.'), sayAgain('New word')];
    });
    expect(costly()).toBe('It would cost $5 more.');
    await expect(german).resolves.toEqual([
      'Es würde $5 mehr kosten.',
      'Nichts wurde geändert.',
      'New word',
    ]);
  });

  it.each([
    ['Ich brauche eine WordPress-Seite für mein Team', 'de'],
    ['wie viel geben wir aus?', 'de'],
    ['lösch die Testumgebung', 'de'],
    ['I need a WordPress site for my team', 'en'],
    ['why is it slow', 'en'],
    ['marketing-blog', undefined],
    ['REQ-1042', undefined],
    ['4', undefined],
  ])('are in the language of "%s"', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
