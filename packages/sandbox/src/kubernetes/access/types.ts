import type { SandboxUser } from '../users';

/** Who asks. */
export type Caller = Omit<SandboxUser, 'token'>;

/** What somebody wants to do to objects. */
export interface Wish {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** What somebody wants to do to an address such as `/metrics`. */
export interface PathWish {
  verb: string;
  path: string;
}

/** A rule of a Role or ClusterRole. */
export interface Rule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}
