import { InputError } from '@backstage/errors';
import type { WrittenBinding } from '../directory';
import { asRecords, asText, field, parseManifests } from './manifests';
import type { Environment, PlatformSnapshot } from './types';

/** The RoleBindings of an environment in Git. What can't be read is passed over. */
export function readRoleBindings(
  { files }: Pick<PlatformSnapshot, 'files'>,
  { path: folder }: Pick<Environment, 'path'>,
): WrittenBinding[] {
  return [...files].flatMap(([path, content]) =>
    path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path)
      ? bindingsIn(path, content)
      : [],
  );
}

function bindingsIn(path: string, content: string): WrittenBinding[] {
  try {
    return parseManifests(content)
      .filter(({ kind }) => kind === 'RoleBinding')
      .map(({ name, body }) => ({
        name,
        role: `${asText(field(body, 'roleRef', 'kind')) ?? 'Role'}/${
          asText(field(body, 'roleRef', 'name')) ?? ''
        }`,
        subjects: asRecords(body.subjects).flatMap(subject => {
          const subjectName = asText(subject.name);
          return subjectName
            ? [{ kind: asText(subject.kind) ?? '', name: subjectName }]
            : [];
        }),
        path,
      }));
  } catch (error) {
    // The reading of the platform says what is wrong with the file.
    if (error instanceof InputError) {
      return [];
    }
    throw error;
  }
}
