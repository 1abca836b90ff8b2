import type { ClusterApi, Disturbances } from '../kubernetes';

/** What is kept of a fault that is on. */
export interface Kept {
  /** ISO 8601 */
  since: string;
  /** Of a fault of the cluster: what is out of the ordinary. */
  disturbances?: Disturbances;
  /** Of a fault in Git: the commit, and what stood there before. */
  commit?: { sha: string; before: string };
}

/** Something that can go wrong in the company, for whoever wants to see what happens then. */
export interface WorldFault {
  /** `shop-slow` */
  name: string;
  /** `Make the shop slow` */
  title: string;
  /** What happens, and what mends it. */
  about: string;
}

/** A fault that comes over the cluster by itself. */
export interface ClusterFault extends WorldFault {
  /** What is out of the ordinary while it is on. @throws Error when there is nothing that it could strike. */
  disturbances(cluster: ClusterApi): Disturbances;
}

/** A fault that somebody commits. */
export interface CommitFault extends WorldFault {
  /** Who does it. */
  person: string;
  message: string;
  path: string;
  /** The text before and the part of the file that is replaced. */
  place: RegExp;
  bad: string;
  /** The Argo CD Application through which it comes into the cluster. */
  application: string;
}
