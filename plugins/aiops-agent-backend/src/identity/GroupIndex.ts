import { ANNOTATION_PREFIX } from '@aiops-portal/plugin-aiops-agent-common';
import type { DirectoryGroup } from '@aiops-portal/plugin-aiops-agent-node';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Comma-separated user refs or names; on the Group that they lead. */
const LEADS_ANNOTATION = `${ANNOTATION_PREFIX}/leads`;

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}

/**
 * A group's name as policies and Git have it. Groups of another namespace
 * keep it, so that none can pass for one of the default namespace.
 */
function nameOf(group: Entity): string {
  const { namespace = DEFAULT_NAMESPACE, name } = group.metadata;
  return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
}

function leadsOf(group: Entity): string[] {
  const leads = group.metadata.annotations?.[LEADS_ANNOTATION] ?? '';
  return (
    leads
      .split(',')
      .map(lead => lead.trim())
      // What can't be a reference is nobody; it must not hide the other groups.
      .filter(lead => /^(user:)?([\w.-]+\/)?[\w.-]+$/i.test(lead))
      .map(lead =>
        stringifyEntityRef(
          parseEntityRef(lead, {
            defaultKind: 'user',
            defaultNamespace: 'default',
          }),
        ),
      )
  );
}

/** All groups of the catalog, with who is in which. */
export class GroupIndex {
  readonly #byRef = new Map<string, Entity>();
  readonly #byName = new Map<string, Entity>();
  /** Refs of the groups that a user is in directly. */
  readonly #memberships = new Map<string, string[]>();

  constructor(groups: Entity[]) {
    for (const group of groups) {
      const ref = stringifyEntityRef(group);
      this.#byRef.set(ref, group);
      this.#byName.set(nameOf(group), group);
      for (const member of targets(group, RELATION_HAS_MEMBER)) {
        this.#memberships.set(member, [
          ...(this.#memberships.get(member) ?? []),
          ref,
        ]);
      }
    }
  }

  /** Names of all groups that a user is in, parents included, sorted. */
  groupsOf(userRef: string): string[] {
    const found = new Map<string, Entity>();
    const waiting = [...(this.#memberships.get(userRef) ?? [])];
    for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
      const group = this.#byRef.get(ref);
      if (group && !found.has(ref)) {
        found.set(ref, group);
        waiting.push(...targets(group, RELATION_CHILD_OF));
      }
    }
    return [...found.values()].map(nameOf).sort();
  }

  /** Does this group own things? */
  isTeam(name: string): boolean {
    return this.#byName.get(name)?.spec?.type === 'team';
  }

  group(name: string): DirectoryGroup | undefined {
    const group = this.#byName.get(name);
    return group && this.#describe(group);
  }

  teams(): DirectoryGroup[] {
    return [...this.#byName.values()]
      .filter(({ spec }) => spec?.type === 'team')
      .map(group => this.#describe(group));
  }

  #describe(group: Entity): DirectoryGroup {
    const profile = group.spec?.profile as { displayName?: string } | undefined;
    return {
      name: nameOf(group),
      title:
        profile?.displayName ?? group.metadata.title ?? group.metadata.name,
      leads: leadsOf(group),
      members: targets(group, RELATION_HAS_MEMBER),
    };
  }
}
