export interface Config {
  aiopsAgent?: {
    /** Domain that new hosts are made in: `corp.example.com`. */
    domain?: string;
    /** How a host opens for people, with `{host}` in it. Default: `https://{host}`. */
    ingressUrl?: string;
    /** Three-letter code. Default: USD. */
    currency?: string;
    /** Name of the cluster among `kubernetes.clusterLocatorMethods`. Default: the first. */
    cluster?: string;
    /** Namespace of Argo CD's Applications. Default: argocd. */
    argocdNamespace?: string;
    /** How long a plan can be agreed to. Default: 30. */
    planMinutes?: number;
    /** How long a deleted thing is kept asleep. Default: 7. */
    keepDays?: number;
    /**
     * How much detail answers show, by the names of groups. Who is in none of
     * them gets sentences, prices and links.
     */
    levels?: {
      /** They see resources, commits and Argo CD too. Default: platform-admins. */
      admin?: string[];
      /** They see pods, versions and numbers too. Default: none. */
      developer?: string[];
    };
  };
}
