import type { CredentialInfo } from '@aiops-portal/plugin-aiops-agent-common';
import type { DirectoryPerson } from '@aiops-portal/plugin-aiops-agent-node';

/** The credentials of deployed things: their names, and once their values. */
export interface CredentialService {
  /**
   * Names of the keys and whether this person may still see the values.
   *
   * @throws NotFoundError when there is no such thing, or it may not be seen.
   * @throws ServiceUnavailableError when the secret store does not answer.
   */
  info(
    environment: string,
    name: string,
    person: DirectoryPerson,
  ): Promise<CredentialInfo>;
  /**
   * The values, once to each person of the owning team.
   *
   * @throws NotFoundError when there is no such thing, or it may not be seen.
   * @throws NotAllowedError when it is another team's.
   * @throws ConflictError when they have been shown to this person already.
   * @throws ServiceUnavailableError when the secret store does not answer.
   */
  reveal(
    environment: string,
    name: string,
    person: DirectoryPerson,
  ): Promise<{ values: Record<string, string> }>;
}
