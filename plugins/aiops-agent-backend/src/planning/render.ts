import { isMap, isScalar, visit, type Document } from 'yaml';
import type { FileEdit } from '@aiops-portal/plugin-aiops-agent-node';
import type { Blueprint, Setter } from './blueprint';
import { emptyFields, parsePointer, parseYaml, writeYaml } from './documents';

const INSTANCE_LABEL = 'app.kubernetes.io/instance';
const PART_OF_LABEL = 'app.kubernetes.io/part-of';

/** What the fields of manifests are filled in with, by name. */
export type Values = Record<string, string | number | undefined>;

/** Fills in what every manifest has, wherever it was left empty. */
function setCommonFields(document: Document, values: Values) {
  const common: Array<[path: string[], value: Values[string]]> = [
    [['metadata', 'name'], values.name],
    [['metadata', 'namespace'], values.environment],
  ];
  for (const [path, value] of common) {
    if (document.hasIn(path) && document.getIn(path) === null) {
      document.setIn(path, value);
    }
  }
  visit(document, {
    Pair(index, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      const isEmpty =
        !pair.value || (isScalar(pair.value) && pair.value.value === null);
      if (!isEmpty || index === 'key') {
        return;
      }
      if (key === INSTANCE_LABEL) {
        pair.value = document.createNode(values.name);
      } else if (key === PART_OF_LABEL) {
        pair.value = document.createNode(values['part-of']);
      }
    },
  });
}

function setField(document: Document, setter: Setter, values: Values) {
  const value = values[setter.from];
  for (const pointer of setter.path) {
    const path = parsePointer(pointer);
    const parent = document.getIn(path.slice(0, -1));
    if (value === undefined) {
      document.deleteIn(path);
    } else if (!document.hasIn(path)) {
      // A path that doesn't exist is a mistake in the blueprint: setting it
      // would add a field that nobody reads.
      throw new Error(`${setter.file} has no field ${pointer}`);
    } else {
      const around = setter.prefix !== undefined || setter.suffix !== undefined;
      const text = `${setter.prefix ?? ''}${value}${setter.suffix ?? ''}`;
      document.setIn(path, around || setter.as === 'string' ? text : value);
    }
    if (isMap(parent) && parent.items.length === 0) {
      document.deleteIn(path.slice(0, -1));
    }
  }
}

/**
 * The manifests of a blueprint, filled in, as new files of a folder.
 *
 * @throws Error when a field would stay empty or a setter fits nowhere.
 */
export function renderBlueprint(
  blueprint: Blueprint,
  folder: string,
  values: Values,
): FileEdit[] {
  const absent = new Set(
    blueprint.optional
      .filter(({ when }) => values[when] === undefined)
      .map(({ file }) => file),
  );
  return [...blueprint.manifests]
    .filter(([file]) => !absent.has(file))
    .map(([file, content]) => {
      const path = `${folder}/${file}`;
      const documents = parseYaml(path, content);
      documents.forEach((document, index) => {
        setCommonFields(document, values);
        for (const setter of blueprint.values) {
          if (setter.file === file && setter.document === index) {
            setField(document, setter, values);
          }
        }
        const [empty] = emptyFields(document.toJS());
        if (empty) {
          throw new Error(
            `The blueprint ${
              blueprint.name
            } leaves ${file} without /${empty.join('/')}`,
          );
        }
      });
      return { path, content: writeYaml(documents, content) };
    });
}
