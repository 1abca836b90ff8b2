export interface Config {
  aiopsAgent?: {
    /** HashiCorp Vault or OpenBao, KV version 2. */
    vault?: {
      /** `https://vault.example.com` */
      address: string;
      /** @visibility secret */
      token: string;
      /** Default: `secret`. */
      mount?: string;
    };
  };
}
