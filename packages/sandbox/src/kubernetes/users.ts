/** Somebody who may talk to the API with a bearer token. */
export interface SandboxUser {
  token: string;
  name: string;
  groups: string[];
  /**
   * `admin` may everything. `reader` may get, list and watch everything but
   * Secrets, and of Argo CD's Applications change annotations and the
   * operation, by which a refresh and a sync are asked for. `none` may nothing.
   */
  role: 'admin' | 'reader' | 'none';
}
