import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DEFAULT_BACKUPS, type BackupSettings } from './planning';

/** What `aiopsAgent` of the configuration says, with its defaults. */
export interface Settings {
  /** Domain that new hosts are made in. */
  domain: string;
  /** How a host opens for people, with `{host}` in it. */
  ingressUrl: string;
  /** Where the price book can't be read. */
  currency: string;
  argocdNamespace: string;
  planMinutes: number;
  keepDays: number;
  backups: BackupSettings;
  /** Where people open the portal. */
  portalUrl: string;
}

function positive(config: RootConfigService, key: string, fallback: number) {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value > 0)) {
    throw new InputError(`${key} must be more than 0.`);
  }
  return value;
}

function readBackupSettings(config: RootConfigService): BackupSettings {
  const volumes =
    config.getOptionalString('aiopsAgent.backups.volumes') ??
    DEFAULT_BACKUPS.volumes;
  if (volumes !== 'files' && volumes !== 'snapshots') {
    throw new InputError(
      'aiopsAgent.backups.volumes must be "files" or "snapshots".',
    );
  }
  return {
    namespace:
      config.getOptionalString('aiopsAgent.backups.namespace') ??
      DEFAULT_BACKUPS.namespace,
    keepDays: positive(
      config,
      'aiopsAgent.backups.keepDays',
      DEFAULT_BACKUPS.keepDays,
    ),
    volumes,
  };
}

/**
 * Reads what this plugin is set to.
 *
 * @throws InputError when a value can't be used. It stops the start and is read
 * in the log by whoever runs the portal, in English as all of the log is.
 */
export function readSettings(config: RootConfigService): Settings {
  const ingressUrl =
    config.getOptionalString('aiopsAgent.ingressUrl') ?? 'https://{host}';
  if (!/^https?:\/\//.test(ingressUrl) || !ingressUrl.includes('{host}')) {
    throw new InputError(
      'aiopsAgent.ingressUrl must begin with http and have {host} in it, such as https://{host}.',
    );
  }
  return {
    domain: config.getString('aiopsAgent.domain'),
    ingressUrl,
    currency: config.getOptionalString('aiopsAgent.currency') ?? 'USD',
    argocdNamespace:
      config.getOptionalString('aiopsAgent.argocdNamespace') ?? 'argocd',
    planMinutes: positive(config, 'aiopsAgent.planMinutes', 30),
    keepDays: positive(config, 'aiopsAgent.keepDays', 7),
    backups: readBackupSettings(config),
    portalUrl: config.getString('app.baseUrl').replace(/\/$/, ''),
  };
}
