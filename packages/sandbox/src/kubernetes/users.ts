/** Somebody who may talk to the API with a bearer token. */
export interface SandboxUser {
  token: string;
  name: string;
  groups: string[];
  /**
   * `admin` may everything. `reader` may get, list and watch everything but
   * Secrets, and change annotations of Argo CD's Applications, by which a
   * refresh is asked for. `none` may nothing.
   */
  role: 'admin' | 'reader' | 'none';
}
