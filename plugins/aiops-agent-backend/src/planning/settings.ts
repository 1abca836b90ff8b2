import {
  parseQuantity,
  type Composer,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { Blueprint } from './blueprint';
import { checkImage } from './names';
import { say, sayAgain } from '../words';

type DeployInput = Parameters<Composer['deploy']>[0];

/** What a blueprint is deployed with once its defaults are filled in. */
export interface Settings {
  size: 'small' | 'medium' | 'large';
  replicas: number;
  access: 'team' | 'company' | 'public';
  image?: string;
  /** Kubernetes quantity, for a blueprint that keeps data. */
  storage?: string;
  port?: number;
}

/** `ghcr.io/acme/shop:1.4.0` is of the repository `ghcr.io/acme/shop`. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/]*$/, '');
}

function chooseImage(blueprint: Blueprint, image?: string): string | undefined {
  if (!image) {
    if (blueprint.needsImage) {
      throw new InputError(
        say`Which container image shall it run? One looks like ghcr.io/acme/shop:1.4.0. Nothing was changed.`,
      );
    }
    return blueprint.image;
  }
  checkImage(image);
  const own = blueprint.image && repositoryOf(blueprint.image);
  if (own && repositoryOf(image) !== own) {
    throw new InputError(
      say`${
        blueprint.title
      } runs from the image ${own}, not from ${repositoryOf(
        image,
      )}. To run an image of your own, ask for a web app. Nothing was changed.`,
    );
  }
  return image;
}

function checkNumber(
  blueprint: Blueprint,
  parameter: 'replicas' | 'port',
  value: number,
): number {
  const bounds = blueprint.parameters[parameter];
  const minimum = Number(bounds?.minimum ?? value);
  const maximum = Number(bounds?.maximum ?? value);
  if (Number.isInteger(value) && value >= minimum && value <= maximum) {
    return value;
  }
  const range =
    parameter === 'port'
      ? say`listen on a port from ${minimum} to ${maximum}`
      : say`run as ${minimum} to ${maximum} copies`;
  const only = parameter === 'replicas' && maximum === 1;
  throw new InputError(
    say`${blueprint.title} can ${only ? say`run as one copy only` : range}. ${
      bounds?.because ? `${bounds.because} ` : ''
    }Nothing was changed.`,
  );
}

function checkStorage(blueprint: Blueprint, wanted: string): string {
  const bounds = blueprint.parameters.storage;
  if (!bounds) {
    throw new InputError(
      say`${blueprint.title} keeps nothing on a disk of its own, so it can't be given one; a database can. Nothing was changed.`,
    );
  }
  const range = say`from ${bounds.minimum} to ${bounds.maximum}`;
  if (!/^\d{1,9}(\.\d{1,3})?(Ki|Mi|Gi|Ti)$/.test(wanted)) {
    throw new InputError(
      say`A disk's size is written like 20Gi, ${range}. Nothing was changed.`,
    );
  }
  const bytes = parseQuantity(wanted);
  if (
    bytes < parseQuantity(String(bounds.minimum)) ||
    bytes > parseQuantity(String(bounds.maximum))
  ) {
    throw new InputError(
      say`${blueprint.title} can have a disk ${range}; ${wanted} is out of that. Nothing was changed.`,
    );
  }
  return wanted;
}

/**
 * Fills in a blueprint's defaults and checks what was chosen.
 *
 * @throws InputError with a sentence that says what is possible.
 */
export function chooseSettings(
  blueprint: Blueprint,
  input: DeployInput,
): Settings {
  const traffic = blueprint.traffic[input.traffic ?? 'low'];
  const size = input.size ?? traffic?.size ?? 'small';
  const access = input.access ?? 'team';
  if (blueprint.web && !blueprint.access.includes(access)) {
    throw new InputError(
      say`${blueprint.title} can't be opened to ${sayAgain(
        access,
      )}. Nothing was changed.`,
    );
  }
  const port = input.port ?? blueprint.parameters.port?.default;
  const storage = input.storage ?? blueprint.sizes[size].storage;
  return {
    size,
    access,
    replicas: checkNumber(
      blueprint,
      'replicas',
      input.replicas ?? traffic?.replicas ?? 1,
    ),
    image: chooseImage(blueprint, input.image),
    storage:
      storage === undefined
        ? undefined
        : checkStorage(blueprint, String(storage)),
    port:
      port === undefined
        ? undefined
        : checkNumber(blueprint, 'port', Number(port)),
  };
}
