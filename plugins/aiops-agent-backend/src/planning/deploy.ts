import type {
  ComposedPart,
  Composer,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { Blueprint } from './blueprint';
import type { BlueprintCatalog } from './blueprints';
import { parseYaml } from './documents';
import { composeInstance } from './instance';
import { reservedAddressFile } from './layout';
import { checkHost, checkName, freeName } from './names';
import { joinParts } from './part';
import { chooseSettings } from './settings';
import { say } from '../words';

type DeployInput = Parameters<Composer['deploy']>[0];

/** What the composer works with. */
export interface DeployContext {
  snapshot: PlatformSnapshot;
  blueprints: BlueprintCatalog;
  domain: string;
  url(host: string): string;
}

function isFreeIn(snapshot: PlatformSnapshot): (name: string) => boolean {
  const taken = new Set(snapshot.deployed.map(thing => thing.name));
  return name => !taken.has(name);
}

/** @throws InputError that proposes a free name. */
function checkFree(name: string, snapshot: PlatformSnapshot): string {
  const isFree = isFreeIn(snapshot);
  if (!isFree(name)) {
    throw new InputError(
      say`The name "${name}" is taken. "${freeName(
        name,
        isFree,
      )}" is free. Nothing was changed.`,
    );
  }
  return name;
}

/** The host that an environment keeps for its first web app, if any. */
function reservedHost(
  environment: string,
  snapshot: PlatformSnapshot,
): string | undefined {
  const path = reservedAddressFile(environment);
  const content = snapshot.files.get(path);
  const host =
    content && parseYaml(path, content)[0]?.getIn(['spec', 'rules', 0, 'host']);
  return typeof host === 'string' ? host : undefined;
}

/**
 * The host of a new web app, and the edits that free it where its environment
 * has kept it.
 */
function claimHost(input: DeployInput, context: DeployContext) {
  const { snapshot, domain } = context;
  const { environment } = input;
  const reserved = reservedHost(environment.name, snapshot);
  const isFirst = !snapshot.deployed.some(
    thing =>
      thing.environment === environment.name && thing.role === 'application',
  );
  const usual = (isFirst && reserved) || `${input.name}.${domain}`;
  const host = checkHost(input.host ?? usual, domain);
  const owner = snapshot.deployed.find(thing => thing.hosts.includes(host));
  const reservedBy = snapshot.environments.find(
    ({ name }) =>
      name !== environment.name && reservedHost(name, snapshot) === host,
  );
  if (owner || reservedBy) {
    throw new InputError(
      say`The address ${host} is taken. Choose another name or address, like ${freeName(
        `${input.name}-2`,
        isFreeIn(snapshot),
      )}.${domain}. Nothing was changed.`,
    );
  }
  const freeing =
    reserved === host ? [{ path: reservedAddressFile(environment.name) }] : [];
  return { host, freeing };
}

function findBlueprint(
  wanted: string,
  blueprints: BlueprintCatalog,
): Blueprint {
  const found = blueprints.find(wanted);
  if (!found || found.role === 'environment') {
    const titles = blueprints.all().map(blueprint => blueprint.title);
    throw new InputError(
      say`That can't be deployed here. What can: ${titles.join(
        ', ',
      )}. Nothing was changed.`,
    );
  }
  return found;
}

/**
 * The manifests of a blueprint and of what it needs, what it needs first.
 *
 * @throws InputError when a name, host, size or image is impossible or taken.
 */
export function composeDeployment(
  input: DeployInput,
  context: DeployContext,
): ComposedPart {
  const { snapshot, blueprints, domain, url } = context;
  const blueprint = findBlueprint(input.blueprint, blueprints);
  const name = checkFree(checkName(input.name, blueprint.role), snapshot);
  const settings = chooseSettings(blueprint, input);
  const { host, freeing } = blueprint.web
    ? claimHost(input, context)
    : { host: undefined, freeing: [] };
  const needs: Record<string, string> = {};
  const needed = blueprint.needs.map(need => {
    const needName = freeName(`${name}-${need.suffix}`, isFreeIn(snapshot));
    needs[need.as] = needName;
    const other = blueprints.get(need.blueprint);
    return composeInstance(
      {
        blueprint: other,
        name: needName,
        environment: input.environment,
        settings: chooseSettings(other, {
          blueprint: other.name,
          name: needName,
          environment: input.environment,
          size: settings.size,
        }),
        needs: {},
        domain,
      },
      url,
    );
  });
  const own = composeInstance(
    {
      blueprint,
      name,
      environment: input.environment,
      settings,
      host,
      needs,
      domain,
    },
    url,
  );
  const part = joinParts([...needed, own]);
  return {
    ...part,
    edits: [...part.edits, ...freeing],
    // What was asked for comes first where it is shown.
    links: [...own.links, ...needed.flatMap(({ links }) => links)],
    targets: [...own.targets, ...needed.flatMap(({ targets }) => targets)],
  };
}
