import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inLanguage } from './inLanguage';

const TEMPLATES = join(__dirname, '../../../../templates');
const LANGUAGES = ['de'];

/** Each text that people read, by where in a template it is. */
function textsOf(written: object, path = ''): Array<[string, string]> {
  return Object.entries(written).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    if (key === 'ui:options') {
      return [];
    }
    if (['title', 'description', 'name'].includes(key)) {
      // What a step gave out is no text of the template's.
      const given = typeof value !== 'string' || value.startsWith('${{');
      return given ? textsOf(value, here) : [[here, value]];
    }
    if (key === 'enumNames') {
      return value.map((name: string, at: number) => [`${here}/${at}`, name]);
    }
    return typeof value === 'object' && value ? textsOf(value, here) : [];
  });
}

describe.each(globSync('*/template.yaml', { cwd: TEMPLATES }))(
  'the template %s',
  path => {
    const template = parse(readFileSync(join(TEMPLATES, path), 'utf8'));

    it.each(LANGUAGES)('says in %s all that it says in English', language => {
      const spoken = new Map(textsOf(inLanguage(template, language)));
      const texts = textsOf(template).filter(
        ([where]) => where !== '/metadata/name',
      );
      expect(texts.length).toBeGreaterThan(10);
      expect(
        texts.filter(([where, text]) =>
          [text, undefined].includes(spoken.get(where)),
        ),
      ).toEqual([]);
    });
  },
);
