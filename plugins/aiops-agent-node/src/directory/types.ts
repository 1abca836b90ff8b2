import type { Level } from '@aiops-portal/plugin-aiops-agent-common';

/** A person as the directory knows them now, not as their token does. */
export interface DirectoryPerson {
  /** `user:default/maya` */
  userRef: string;
  displayName: string;
  email?: string;
  /** Names of all groups, teams included, parents included: `developers`. */
  groups: string[];
  /** Names of the groups that own things (catalog type `team`): `marketing`. */
  teams: string[];
  /** True when the account is disabled; such a person may do nothing. */
  disabled: boolean;
}

/** A person in a conversation: directory facts and the detail they want. */
export interface RequestingPerson extends DirectoryPerson {
  level: Level;
}

/** A group as the directory knows it now. */
export interface DirectoryGroup {
  name: string;
  title: string;
  /** User refs of those who lead it; they approve for it. */
  leads: string[];
  /** User refs. */
  members: string[];
}

/**
 * Who people are and what groups they are in. The default reads the catalog;
 * FreeIPA's module reads LDAP.
 */
export interface Directory {
  /**
   * @throws NotFoundError when nobody has this ref.
   * @throws ServiceUnavailableError when the directory does not answer; the
   * caller then denies.
   */
  person(userRef: string): Promise<DirectoryPerson>;
  /** @throws NotFoundError, ServiceUnavailableError as for a person. */
  group(name: string): Promise<DirectoryGroup>;
  /** All groups that own things. */
  teams(): Promise<DirectoryGroup[]>;
}
