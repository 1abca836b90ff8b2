import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { builtinIntents } from '../intents';
import { World } from '../intents/testing/world';
import { createComposer } from '../planning';
import { de } from './de';
import { elsewhere } from './de/elsewhere';
import { languageOf, say, sayAgain, sayElsewhere, speaking } from '.';

const SOURCE = join(__dirname, '..');
/** Where sentences come from that are said in English alone. */
const ELSEWHERE = [
  SOURCE,
  join(SOURCE, '../../aiops-agent-node/src'),
  join(SOURCE, '../../aiops-agent-backend-module-vault/src'),
  join(
    dirname(require.resolve('@backstage/backend-defaults/package.json')),
    'dist/entrypoints/httpAuth',
  ),
];

/** What is written in a string or a template, with `{0}` for what goes in. */
function keyOf(literal: ts.TemplateLiteral | ts.StringLiteral): string {
  return ts.isTemplateExpression(literal)
    ? literal.templateSpans.reduce(
        (key, span, index) => `${key}{${index}}${span.literal.text}`,
        literal.head.text,
      )
    : literal.text;
}

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
  );
}

/** All that is written in strings and templates of a file. */
function writtenIn(path: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteral(node)) {
      keys.push(keyOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(path));
  return keys;
}

/**
 * The keys of all sentences in a file, as `say` and `phrase` make them, and the
 * words that are counted.
 */
function saidIn(path: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isTaggedTemplateExpression(node) &&
      ts.isIdentifier(node.tag) &&
      ['say', 'phrase'].includes(node.tag.text)
    ) {
      keys.push(keyOf(node.template));
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
  visit(sourceOf(path));
  return keys;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sourcesBelow(path);
    }
    return /(?<!\.test|\.fixture)\.(ts|cjs\.js)$/.test(entry.name)
      ? [path]
      : [];
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

  it('are still those of the parts that say them in English alone', () => {
    const written = new Set(
      ELSEWHERE.flatMap(sourcesBelow)
        .filter(path => !path.includes(join('words', 'de')))
        .flatMap(writtenIn),
    );
    // Backstage writes this one out for each kind of credentials.
    const keys = Object.keys(elsewhere).map(key =>
      key.replace("'{0}'", "'service'"),
    );
    expect(keys.filter(key => !written.has(key))).toEqual([]);
    const retold = (sentence: string) =>
      speaking('de', () => sayElsewhere(sentence));
    expect(retold("There is no request REQ-7, or it isn't yours to see.")).toBe(
      'Es gibt keinen Antrag REQ-7, oder du darfst ihn nicht sehen.',
    );
    expect(retold('The kettle is cold.')).toBe('The kettle is cold.');
    expect(sayElsewhere('The cluster is not answering.')).toBe(
      'The cluster is not answering.',
    );
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
