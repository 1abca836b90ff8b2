import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = join(
  dirname(require.resolve('@aiops-portal/sandbox/package.json')),
  'src/kubernetes/schema/descriptions.txt',
);

let texts: Map<string, string> | undefined;

/** What Kubernetes says of a type of the table, or of one of its fields; undefined when it says nothing. */
export function descriptionOf(type: string, field = ''): string | undefined {
  texts ??= new Map(
    readFileSync(FILE, 'utf8')
      .split('\n')
      .slice(1, -1)
      .map(line => {
        const [name, member, ...text] = line.split('|');
        return [`${name}|${member}`, text.join('|').replace(/\\n/g, '\n')];
      }),
  );
  return texts.get(`${type}|${field}`);
}
