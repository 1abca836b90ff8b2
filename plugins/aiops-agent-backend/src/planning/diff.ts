import type { FileDiff } from '@aiops-portal/plugin-aiops-agent-common';
import type { FileEdit } from '@aiops-portal/plugin-aiops-agent-node';
import { createTwoFilesPatch } from 'diff';

/** The later of two edits of one file counts; edits that change nothing go. */
export function settleEdits(
  files: ReadonlyMap<string, string>,
  edits: FileEdit[],
): FileEdit[] {
  const last = new Map(edits.map(edit => [edit.path, edit]));
  return [...last.values()].filter(
    ({ path, content }) => files.get(path) !== content,
  );
}

/** Files after edits. */
export function applyEdits(
  files: ReadonlyMap<string, string>,
  edits: FileEdit[],
): Map<string, string> {
  const result = new Map(files);
  for (const { path, content } of edits) {
    if (content === undefined) {
      result.delete(path);
    } else {
      result.set(path, content);
    }
  }
  return result;
}

/** Unified diffs of edits, as `git diff` has them. */
export function diffEdits(
  files: ReadonlyMap<string, string>,
  edits: FileEdit[],
): FileDiff[] {
  return edits.map(({ path, content }) => {
    const before = files.get(path);
    const patch = createTwoFilesPatch(
      before === undefined ? '/dev/null' : `a/${path}`,
      content === undefined ? '/dev/null' : `b/${path}`,
      before ?? '',
      content ?? '',
    );
    const changed = content === undefined ? 'delete' : 'change';
    return {
      path,
      action: before === undefined ? 'add' : changed,
      diff: patch.replace(/^=+\n/, ''),
    };
  });
}
