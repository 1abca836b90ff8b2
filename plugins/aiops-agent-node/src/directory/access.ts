/** What somebody may do by their own yes, or with somebody else's too. */
export type Allowance = 'alone' | 'with-approval' | 'no';

/** One person and what they may do in an environment, as things are now. */
export interface PersonalAccess {
  userRef: string;
  name: string;
  /** In the team that owns the environment. */
  member: boolean;
  /** Leads that team. */
  lead: boolean;
  /** Administers the platform. */
  admin: boolean;
  /** Scaling, restarting and other fixes through the portal. */
  fixes: Allowance;
  /** Any other change through the portal: a new version, say. */
  changes: Allowance;
  /** Agrees to what others ask for. */
  approves: boolean;
  /** Ids of the policies that say so. */
  rules: string[];
  /** Names of the roles that they are bound to in the cluster. */
  roles: string[];
}

/** A RoleBinding of an environment, as Git has it. */
export interface WrittenBinding {
  name: string;
  /** `ClusterRole/edit` */
  role: string;
  subjects: Array<{ kind: string; name: string }>;
  path: string;
}

/** Who may do what in an environment. */
export interface EnvironmentAccess {
  /** What the team is called. */
  team: string;
  /** Those of the team first, then administrators, then who may look. */
  people: PersonalAccess[];
  bindings: WrittenBinding[];
}
