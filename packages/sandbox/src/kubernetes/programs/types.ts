/** What a program is like, whichever pod runs it: a row of the world's table. */
export interface Program {
  /** Its image, without a tag. */
  image: string;
  /** Tags that nobody ever pushed. */
  absent?: string[];
  /** Environment variables without which it ends at once. */
  settings?: string[];
  /** The pages that it has, where a health check asks for others in vain; all, unless given. */
  pages?: string[];
  /** The environment variable that names its database, without which it isn't ready. */
  database?: string;
  /** Quantities: it is ended below the first, and settles at the second. */
  memory?: { most: string; usual: string; doing: string };
  /** What it says when its disk is full, before it gives up. */
  fullDisk?: string[];
  /** Processor time that one request takes, in milliseconds. */
  requestMs?: number;
}

/** How many people use an app. */
export interface Visitors {
  /** `namespace/instance`, by the label `app.kubernetes.io/instance`. */
  app: string;
  /** Requests a second, averaged over a day. */
  perSecond: number;
}

/** What runs in the cluster, as far as it matters how that behaves. */
export interface ProgramTables {
  programs?: Program[];
  visitors?: Visitors[];
}

/** What is out of the ordinary. */
export interface Disturbances {
  /** How many times its usual visitors an app has, by `namespace/instance`. */
  visitors?: Record<string, number>;
  /** What an app's program needs now, by `namespace/instance`: quantities. */
  memory?: Record<string, { most: string; usual: string }>;
  /** Bytes that were written to a claim, by `namespace/name`. */
  written?: Record<string, number>;
  /** Hosts of registries that don't answer. */
  registries?: string[];
  /** Nodes that nobody reaches. */
  nodes?: string[];
}
