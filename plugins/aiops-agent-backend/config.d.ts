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
    /** How Velero makes the backups that people ask for. */
    backups?: {
      /** Velero's namespace. Default: velero. */
      namespace?: string;
      /** How long a backup is kept, in days. Default: 30. */
      keepDays?: number;
      /**
       * Whether the files of volumes are copied, which works on any storage but
       * hostPath, or the storage makes snapshots. Default: files.
       */
      volumes?: 'files' | 'snapshots';
    };
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
