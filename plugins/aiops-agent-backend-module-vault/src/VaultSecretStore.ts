import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Config } from '@backstage/config';
import type {
  SecretRequest,
  SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import { generatePassword } from './passwords';

/** How to reach Vault or OpenBao. */
export interface VaultOptions {
  /** `https://vault.example.com` */
  address: string;
  token: string;
  /** Of a KV engine, version 2. */
  mount: string;
  /** Milliseconds that an answer may take. Default: 10000. */
  timeoutMs?: number;
  fetch?: typeof fetch;
}

interface KeyValueAnswer {
  data?: { data?: Record<string, unknown>; subkeys?: Record<string, unknown> };
  errors?: string[];
}

/**
 * Keeps secret values in the KV version 2 engine of HashiCorp Vault or
 * OpenBao. Its errors name paths, never values.
 */
export class VaultSecretStore implements SecretStore {
  constructor(private readonly options: VaultOptions) {}

  /** Reads `aiopsAgent.vault`. @throws InputError when the address is none. */
  static fromConfig(config: Config): VaultSecretStore {
    const vault = config.getConfig('aiopsAgent.vault');
    const address = vault.getString('address').replace(/\/+$/, '');
    if (!/^https?:\/\//.test(address)) {
      throw new InputError('aiopsAgent.vault.address must begin with http.');
    }
    return new VaultSecretStore({
      address,
      token: vault.getString('token'),
      mount: vault.getOptionalString('mount') ?? 'secret',
    });
  }

  async create(request: SecretRequest): Promise<{ created: boolean }> {
    const data = Object.fromEntries(
      Object.entries(request.values).map(([key, value]) => [
        key,
        'value' in value ? value.value : generatePassword(value.length),
      ]),
    );
    // Check-and-set 0: only where there is no version of it yet.
    const { status, answer } = await this.call('POST', 'data', request.path, {
      options: { cas: 0 },
      data,
    });
    if (status === 200 || status === 204) {
      return { created: true };
    }
    const mismatch =
      status === 400 &&
      answer.errors?.some(message => message.includes('check-and-set'));
    // A token that may create but not update is refused where there is one.
    if (mismatch || (status === 403 && (await this.exists(request.path)))) {
      return { created: false };
    }
    throw this.refused(status, request.path);
  }

  async keys(path: string): Promise<string[] | undefined> {
    const { status, answer } = await this.call('GET', 'subkeys', path);
    if (status === 404) {
      return undefined;
    }
    if (status !== 200 || !answer.data?.subkeys) {
      throw this.refused(status, path);
    }
    return Object.keys(answer.data.subkeys);
  }

  async reveal(path: string): Promise<Record<string, string>> {
    const { status, answer } = await this.call('GET', 'data', path);
    if (status === 404) {
      throw new NotFoundError(
        `The secret store has no secret at ${path} yet. Try again in a minute.`,
      );
    }
    if (status !== 200 || !answer.data?.data) {
      throw this.refused(status, path);
    }
    return Object.fromEntries(
      Object.entries(answer.data.data).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  }

  private async exists(path: string): Promise<boolean> {
    const { status } = await this.call('GET', 'subkeys', path);
    return status === 200;
  }

  private async call(
    method: string,
    part: 'data' | 'subkeys',
    path: string,
    body?: object,
  ): Promise<{ status: number; answer: KeyValueAnswer }> {
    const { address, token, mount, timeoutMs = 10_000 } = this.options;
    const url = `${address}/v1/${encode(mount)}/${part}/${encode(path)}`;
    try {
      const response = await (this.options.fetch ?? fetch)(url, {
        method,
        headers: {
          'X-Vault-Token': token,
          'X-Vault-Request': 'true',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        body: body && JSON.stringify(body),
        // The token is for this address only.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      return {
        status: response.status,
        answer: isJson(response) && text ? JSON.parse(text) : {},
      };
    } catch (error) {
      // A parser's message may quote what it read: its name must do.
      throw new ServiceUnavailableError(
        `The secret store is not answering (${
          error instanceof Error ? error.name : 'unknown error'
        }).`,
      );
    }
  }

  private refused(status: number, path: string): Error {
    return new ServiceUnavailableError(
      status === 403
        ? `The secret store does not let the portal use ${path}. The platform team has to check the portal's token.`
        : `The secret store could not do what was asked for ${path} (it answered ${status}).`,
    );
  }
}

function isJson(response: Response): boolean {
  return (
    response.headers.get('content-type')?.includes('application/json') ?? false
  );
}

/** @throws InputError when the path could mean another than it says. */
function encode(path: string): string {
  const segments = path.split('/');
  if (segments.some(segment => ['', '.', '..'].includes(segment))) {
    throw new InputError(
      `${JSON.stringify(path)} is not a path in the secret store.`,
    );
  }
  return segments.map(encodeURIComponent).join('/');
}
