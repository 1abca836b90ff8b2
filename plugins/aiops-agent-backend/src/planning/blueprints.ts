import type { BlueprintInfo } from '@aiops-portal/plugin-aiops-agent-node';
import { ServiceUnavailableError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { blueprintSchema, type Blueprint } from './blueprint';
import { sayAgain } from '../words';
import { say } from '../words';

const FOLDER = /^blueprints\/([^/]+)\/([^/]+\.ya?ml)$/;

/** The blueprints of one commit. Those that can't be read are left out. */
export class BlueprintCatalog {
  readonly #byName = new Map<string, Blueprint>();
  readonly #byAlias = new Map<string, Blueprint>();
  /** What is wrong with those that were left out. */
  readonly problems: Array<{ path: string; message: string }> = [];

  /** @param files - Every file of the platform repository by path. */
  constructor(files: ReadonlyMap<string, string>) {
    const folders = new Map<string, Map<string, string>>();
    for (const [path, content] of files) {
      const [, name, file] = FOLDER.exec(path) ?? [];
      if (name) {
        const folder = folders.get(name) ?? new Map<string, string>();
        folders.set(name, folder.set(file, content));
      }
    }
    for (const [name, folder] of [...folders].sort()) {
      this.#add(name, folder);
    }
  }

  /** By name or alias, however it is written: `Postgres`, `web app`. */
  find(nameOrAlias: string): Blueprint | undefined {
    const wanted = nameOrAlias
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    return this.#byName.get(wanted) ?? this.#byAlias.get(wanted);
  }

  /** @throws ServiceUnavailableError when the repository has none such. */
  get(name: string): Blueprint {
    const blueprint = this.#byName.get(name);
    if (!blueprint) {
      throw new ServiceUnavailableError(
        say`The blueprint "${name}" is missing from the platform repository or can't be read, so nothing was changed. Ask the platform's administrators to look at blueprints/${name}.`,
      );
    }
    return blueprint;
  }

  /** All that people can ask for. */
  all(): Blueprint[] {
    return [...this.#byName.values()].filter(
      ({ role }) => role !== 'environment',
    );
  }

  #add(name: string, folder: Map<string, string>) {
    const path = `blueprints/${name}/blueprint.yaml`;
    try {
      const described = blueprintSchema.parse(
        parse(folder.get('blueprint.yaml') ?? ''),
      );
      const manifests = new Map(folder);
      manifests.delete('blueprint.yaml');
      const blueprint = { ...described, name, manifests };
      this.#byName.set(name, blueprint);
      for (const alias of described.aliases) {
        this.#byAlias.set(alias.toLowerCase(), blueprint);
      }
    } catch (error) {
      const message =
        error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      this.problems.push({ path, message });
    }
  }
}

const byFiles = new WeakMap<ReadonlyMap<string, string>, BlueprintCatalog>();

/** The blueprints of a commit's files, read once. */
export function blueprintsOf(
  files: ReadonlyMap<string, string>,
): BlueprintCatalog {
  const known = byFiles.get(files) ?? new BlueprintCatalog(files);
  byFiles.set(files, known);
  return known;
}

/** What a person may know of a blueprint before choosing it. */
export function toBlueprintInfo(blueprint: Blueprint): BlueprintInfo {
  const { role } = blueprint;
  if (role === 'environment') {
    throw new Error(`The blueprint ${blueprint.name} is not for choosing`);
  }
  return {
    name: blueprint.name,
    title: sayAgain(blueprint.title),
    noun: sayAgain(blueprint.noun),
    description: sayAgain(blueprint.description),
    role,
    engine: blueprint.engine,
    aliases: blueprint.aliases,
    needs: blueprint.needs.map(need => need.blueprint),
    needsImage: blueprint.needsImage,
    web: blueprint.web,
  };
}
