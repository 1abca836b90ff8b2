import type { Link } from '@aiops-portal/plugin-aiops-agent-common';
import type { ComposedPart } from '@aiops-portal/plugin-aiops-agent-node';

function linkKey(link: Link): string {
  return link.reveal
    ? `reveal ${link.reveal.environment}/${link.reveal.name}`
    : link.url ?? link.entityRef ?? link.title;
}

/** Links without those that lead to the same place twice. */
function uniqueLinks(links: Link[]): Link[] {
  const seen = new Map<string, Link>();
  for (const link of links) {
    if (!seen.has(linkKey(link))) {
      seen.set(linkKey(link), link);
    }
  }
  return [...seen.values()];
}

/** Parts of one plan as one part; of edits of one file the last counts. */
export function joinParts(parts: ComposedPart[]): ComposedPart {
  const edits = new Map(
    parts.flatMap(part => part.edits).map(edit => [edit.path, edit]),
  );
  const steps = new Map(
    parts.flatMap(part => part.steps).map(step => [step.id, step]),
  );
  return {
    edits: [...edits.values()],
    secrets: parts.flatMap(part => part.secrets),
    steps: [...steps.values()],
    links: uniqueLinks(parts.flatMap(part => part.links)),
    targets: [...new Set(parts.flatMap(part => part.targets))],
    values: Object.assign({}, ...parts.map(part => part.values)),
  };
}
