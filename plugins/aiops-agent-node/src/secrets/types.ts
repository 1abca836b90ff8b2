/** A secret value to be created before the commit that refers to it. */
export interface SecretRequest {
  /** Below the store's mount: `teams/marketing/marketing-dev/blog-db`. */
  path: string;
  /** Keys to be generated or given; generated ones are random. */
  values: Record<
    string,
    { generate: 'password'; length?: number } | { value: string }
  >;
}

/** Where secret values live. Git holds references only. */
export interface SecretStore {
  /**
   * Creates the secret unless it exists: calling it again changes nothing.
   * @throws ServiceUnavailableError when the store does not answer.
   */
  create(request: SecretRequest): Promise<{ created: boolean }>;
  /** Names of the keys, never values; undefined where there is no secret. */
  keys(path: string): Promise<string[] | undefined>;
  /**
   * The values, to be shown once to the owner; the caller authorises, records
   * and audits it.
   * @throws NotFoundError when there is no such secret.
   */
  reveal(path: string): Promise<Record<string, string>>;
}
