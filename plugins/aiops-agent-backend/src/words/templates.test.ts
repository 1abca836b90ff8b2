import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LANGUAGES } from '.';

const TEMPLATES = join(__dirname, '../../../../templates');

interface Words {
  title?: string;
  description?: string;
  enumNames?: string[];
  other?: string;
}

interface Field extends Words {
  'ui:options'?: { other?: { label: string }; in?: Record<string, Words> };
}

/** What of a field's words lacks in one of the languages. */
function lacking(name: string, field: Field): string[] {
  const options = field['ui:options'];
  return LANGUAGES.slice(1).flatMap(language => {
    const words = options?.in?.[language] ?? {};
    const lacks = {
      title: field.title && !words.title,
      description: field.description && !words.description,
      enumNames: field.enumNames?.length !== words.enumNames?.length,
      other: options?.other && !words.other,
    };
    return Object.entries(lacks)
      .filter(([, lack]) => lack)
      .map(([word]) => `${name}.${word} (${language})`);
  });
}

describe('the software templates', () => {
  it.each(globSync('*/template.yaml', { cwd: TEMPLATES }))(
    'ask what %s asks in every language',
    path => {
      const { spec } = parse(readFileSync(join(TEMPLATES, path), 'utf8'));
      const fields: Array<[string, Field]> = spec.parameters.flatMap(
        ({ properties }: { properties: Record<string, Field> }) =>
          Object.entries(properties),
      );
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.flatMap(field => lacking(...field))).toEqual([]);
    },
  );
});
