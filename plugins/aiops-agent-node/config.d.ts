export interface Config {
  aiopsAgent?: {
    /** The GitOps repository that Argo CD watches. */
    git?: {
      /** Where to fetch from and push to. */
      url: string;
      /** Default: `main`. */
      branch?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /** How often to look for the commits of others. Default: 15. */
      pollSeconds?: number;
      /** Who commits. Others' commits are never taken for ours. */
      committer?: { name?: string; email?: string };
      /** A page for a commit, with `{sha}` in it. */
      commitUrl?: string;
      /** A page for a file or folder of the branch, with `{path}` in it. */
      fileUrl?: string;
      /**
       * Where the copy of the repository is kept, in a folder of its own.
       * Default: the machine's folder for temporary files.
       */
      mirrorDir?: string;
    };
  };
}
