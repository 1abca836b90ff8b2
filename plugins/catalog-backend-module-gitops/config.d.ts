export interface Config {
  aiopsAgent?: {
    /** How a host opens for people, with `{host}` in it. Default: `https://{host}`. */
    ingressUrl?: string;
  };
}
