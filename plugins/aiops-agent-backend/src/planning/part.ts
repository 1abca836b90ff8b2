import type { ComposedPart } from '@aiops-portal/plugin-aiops-agent-node';

/** Parts one after the other; later values win. */
export function joinParts(parts: ComposedPart[]): ComposedPart {
  return {
    edits: parts.flatMap(part => part.edits),
    secrets: parts.flatMap(part => part.secrets),
    steps: parts.flatMap(part => part.steps),
    links: parts.flatMap(part => part.links),
    targets: parts.flatMap(part => part.targets),
    values: Object.assign({}, ...parts.map(part => part.values)),
  };
}
