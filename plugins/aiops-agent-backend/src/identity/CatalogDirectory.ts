import { ANNOTATION_PREFIX } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Directory,
  DirectoryGroup,
  DirectoryPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ShortMemory } from './ShortMemory';
import { GroupIndex } from './GroupIndex';
import { say } from '../words';

/** `true` on the User of somebody who may do nothing any more. */
const DISABLED_ANNOTATION = `${ANNOTATION_PREFIX}/disabled`;

/** How long a fact is believed before it is looked up again. */
const DEFAULT_MEMORY_MS = 5_000;

/** Rights that were taken away must be gone within this time. */
const MAX_MEMORY_MS = 10_000;

/** People remembered at a time. */
const MAX_PEOPLE = 1_000;

/**
 * The catalog's people and groups, at most ten seconds old. It is asked with
 * the plugin's own credentials: these are facts about people, not acts.
 */
export class CatalogDirectory implements Directory {
  readonly #options: {
    catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  };
  readonly #people: ShortMemory<Entity | undefined>;
  readonly #groups: ShortMemory<GroupIndex>;

  /**
   * @param options.memoryMs - How long facts are remembered, 10 seconds at
   * most. Default: 5 seconds.
   */
  constructor(options: {
    catalog: Pick<CatalogService, 'getEntities' | 'getEntityByRef'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    clock: () => Date;
    memoryMs?: number;
  }) {
    const { clock, memoryMs = DEFAULT_MEMORY_MS } = options;
    const lifetime = Math.min(memoryMs, MAX_MEMORY_MS);
    this.#options = options;
    this.#people = new ShortMemory({ lifetime, clock, most: MAX_PEOPLE });
    this.#groups = new ShortMemory({ lifetime, clock, most: 1 });
  }

  async person(userRef: string): Promise<DirectoryPerson> {
    const ref = userRef.toLocaleLowerCase('en-US');
    const [user, groups] = await Promise.all([
      this.#people.get(ref, () => this.#user(ref)),
      this.#index(),
    ]);
    if (!user) {
      throw new NotFoundError(
        say`Nobody in the directory is called "${ref}". Ask a platform admin to add you.`,
      );
    }
    const spec = user.spec as {
      profile?: { displayName?: string; email?: string };
    };
    const names = groups.groupsOf(stringifyEntityRef(user));
    return {
      userRef: ref,
      displayName:
        spec.profile?.displayName ?? user.metadata.title ?? user.metadata.name,
      email: spec.profile?.email,
      groups: names,
      teams: names.filter(name => groups.isTeam(name)),
      disabled: user.metadata.annotations?.[DISABLED_ANNOTATION] === 'true',
    };
  }

  async group(name: string): Promise<DirectoryGroup> {
    const group = (await this.#index()).group(name);
    if (!group) {
      throw new NotFoundError(
        say`There is no group "${name}" in the directory. Check its name.`,
      );
    }
    return group;
  }

  async teams(): Promise<DirectoryGroup[]> {
    return (await this.#index()).teams();
  }

  #index(): Promise<GroupIndex> {
    return this.#groups.get('groups', async () => {
      const { items } = await this.#ask(async credentials =>
        this.#options.catalog.getEntities(
          { filter: { kind: 'Group' } },
          { credentials },
        ),
      );
      return new GroupIndex(items);
    });
  }

  async #user(ref: string): Promise<Entity | undefined> {
    if (parseEntityRef(ref).kind !== 'user') {
      return undefined;
    }
    return this.#ask(credentials =>
      this.#options.catalog.getEntityByRef(ref, { credentials }),
    );
  }

  async #ask<T>(
    question: (
      credentials: Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>,
    ) => Promise<T>,
  ): Promise<T> {
    try {
      return await question(
        await this.#options.auth.getOwnServiceCredentials(),
      );
    } catch (error) {
      throw new ServiceUnavailableError(
        say`The directory of people doesn't answer, so I can't tell what you may do, and nothing was changed. Try again in a moment.`,
        error,
      );
    }
  }
}
