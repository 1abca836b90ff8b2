import { diffLines } from 'diff';
import { parseAllDocuments, type Document } from 'yaml';

/** A step into a document: the key of a map or the index of a list. */
export type Path = Array<string | number>;

/**
 * Reads a JSON pointer (RFC 6901): `/spec/tls/0/hosts/0`; a slash in a key is
 * written `~1`. Digits are indexes of lists; no key of ours consists of digits.
 */
export function parsePointer(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Parses a file of one or more YAML documents.
 *
 * @throws Error that names the file when it is not YAML.
 */
export function parseYaml(path: string, content: string): Document[] {
  const documents = parseAllDocuments(content, { keepSourceTokens: false });
  if (!Array.isArray(documents)) {
    return [];
  }
  const broken = documents.flatMap(document => document.errors)[0];
  if (broken) {
    throw new Error(`${path} is not valid YAML: ${broken.message}`);
  }
  return documents as Document[];
}

/**
 * A text with the changes of another one, line by line: what is the same but
 * for how it is laid out stays as somebody wrote it.
 *
 * @param rendered - The text as it is laid out unchanged.
 */
function keepingLines(
  original: string,
  rendered: string,
  changed: string,
): string {
  const written = original.split('\n');
  if (written.length !== rendered.split('\n').length) {
    return changed;
  }
  let line = 0;
  return diffLines(rendered, changed)
    .map(({ added, removed, value, count }) => {
      const at = line;
      line += added ? 0 : count;
      if (added) {
        return value;
      }
      const last = at + count === written.length;
      return removed
        ? ''
        : written.slice(at, at + count).join('\n') + (last ? '' : '\n');
    })
    .join('');
}

/**
 * Writes documents as one file, in the manner of the text that they were read
 * from, so that a diff shows what was changed and nothing else.
 */
export function writeYaml(documents: Document[], original: string): string {
  const style = {
    lineWidth: 0,
    // `key:` with its list's dashes right below.
    indentSeq: !/^( *)[^\s#-][^\n]*:[ ]*\n\1- /m.test(original),
    flowCollectionPadding: !/\{[^\s}]/.test(original),
    singleQuote: !/: "/.test(original),
  };
  const render = (all: Document[]) =>
    all.map(document => document.toString(style)).join('');
  return keepingLines(
    original,
    render(parseYaml('', original)),
    render(documents),
  );
}

/** Paths of the fields that are still empty. */
export function emptyFields(value: unknown, path: Path = []): Path[] {
  if (value === null || value === undefined) {
    return [path];
  }
  if (typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    emptyFields(child, [...path, key]),
  );
}
