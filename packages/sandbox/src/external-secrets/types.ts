/** Where the values of ExternalSecrets come from. */
export interface SecretProvider {
  /** The newest values below the store's mount; undefined where there is no such secret. */
  read(path: string): Record<string, unknown> | undefined;
  /** Called with the path of each secret that changes; returns how to stop. */
  onChange(listener: (path: string) => void): () => void;
}

/** The part of an ExternalSecret's `spec` that the sandbox follows. */
export interface ExternalSecretSpec {
  refreshInterval?: string;
  refreshPolicy?: 'Periodic' | 'OnChange' | 'CreatedOnce';
  secretStoreRef?: {
    name: string;
    kind?: 'SecretStore' | 'ClusterSecretStore';
  };
  target?: {
    name?: string;
    creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'None';
    deletionPolicy?: 'Retain' | 'Delete' | 'Merge';
    immutable?: boolean;
    template?: {
      type?: string;
      metadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
    };
  };
  data?: Array<{ secretKey: string; remoteRef: RemoteRef }>;
  dataFrom?: Array<{ extract?: RemoteRef }>;
}

/** A secret in the store, and one value in it. */
export interface RemoteRef {
  key: string;
  property?: string;
}

/** The values can't be had; the message is what the condition says. */
export class SecretSyncError extends Error {
  override readonly name = 'SecretSyncError';
}
