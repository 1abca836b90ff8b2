import type {
  ComposedPart,
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { containersPath, mainContainer } from './container';
import { called, editsOf, openMainWorkload } from './mainWorkload';
import { rolloutSteps } from './rollout';
import { targetName } from './targets';
import { say } from '../words';

/** What a registry takes for a tag (OCI distribution specification 1.1). */
const TAG = /^\w[\w.-]{0,127}$/;

/**
 * Another version of a thing: the tag of its main container's image.
 *
 * @param version - `1.8.2`, as it was said. Where the tag that is written has a
 * leading `v`, so will the new one.
 * @throws InputError for what is no tag, is what runs already, or can't be
 * edited.
 */
export function updateTarget(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  version: string,
): ComposedPart {
  const main = openMainWorkload(snapshot, thing);
  const path = containersPath(main.workload.kind);
  if (!path) {
    throw new InputError(
      say`${called(
        thing,
      )} runs once, and what runs already keeps its version. Nothing was changed.`,
    );
  }
  const place = [...path, mainContainer(main.document, path), 'image'];
  const image = main.document.getIn(place);
  if (typeof image !== 'string') {
    throw new InputError(
      say`${called(
        thing,
      )} names no image that I could change, so nothing was changed.`,
    );
  }
  const { name, tag: before } = partsOf(image);
  const bare = version.replace(/^v(?=\d)/, '');
  const tag = /^v\d/.test(before ?? '') && /^\d/.test(bare) ? `v${bare}` : bare;
  if (!TAG.test(tag)) {
    throw new InputError(
      say`"${version.slice(
        0,
        60,
      )}" is no version that an image can have, so nothing was changed. Say it like 1.8.2.`,
    );
  }
  if (tag === before) {
    throw new InputError(
      say`${called(thing)} is at ${tag} already, so nothing was changed.`,
    );
  }
  main.document.setIn(place, `${name}:${tag}`);
  return {
    edits: editsOf(snapshot, main),
    secrets: [],
    steps: rolloutSteps(thing, main.workload),
    links: [],
    targets: [targetName(thing)],
    values: { [`${thing.name}.version`]: tag },
  };
}

/** An image's name and tag; a digest would pin the old version, so it goes. */
function partsOf(image: string): { name: string; tag?: string } {
  const [tagged] = image.split('@');
  const match = /^(.*):([^:/]+)$/.exec(tagged);
  return match ? { name: match[1], tag: match[2] } : { name: tagged };
}
