import type {
  Composer,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { composeBackup, DEFAULT_BACKUPS, type BackupSettings } from './backup';
import { blueprintsOf, toBlueprintInfo } from './blueprints';
import { composeDeployment, type DeployContext } from './deploy';
import { composeEnvironment } from './environment';
import { removeTarget } from './remove';
import { resizeTarget } from './resize';
import { restartTarget } from './restart';
import { scaleTarget } from './scale';
import { sizeOf } from './size';
import { sleepTarget } from './sleep';
import { updateTarget } from './update';
import { wakeTarget } from './wake';

/** What the composer can't know from Git. */
export interface ComposerOptions {
  /** The domain that hosts are made in: `corp.example.com`. */
  domain: string;
  /** When sleeping things are said to have fallen asleep. */
  now: Date;
  /** Where a host opens for people. Default: `https://<host>`. */
  url?(host: string): string;
  /** How backups are made. Default: {@link DEFAULT_BACKUPS}. */
  backups?: BackupSettings;
}

/**
 * Builds edits upon one commit of the platform repository.
 *
 * @param snapshot - All of it, not only what the person may see: names and
 * addresses are taken whether or not one sees by whom.
 */
export function createComposer(
  snapshot: PlatformSnapshot,
  options: ComposerOptions,
): Composer {
  const blueprints = blueprintsOf(snapshot.files);
  const context: DeployContext = {
    snapshot,
    blueprints,
    domain: options.domain,
    url: options.url ?? (host => `https://${host}`),
  };
  return {
    blueprints: role =>
      blueprints
        .all()
        .filter(blueprint => !role || blueprint.role === role)
        .map(toBlueprintInfo),
    blueprint: nameOrAlias => {
      const blueprint = blueprints.find(nameOrAlias);
      return blueprint && blueprint.role !== 'environment'
        ? toBlueprintInfo(blueprint)
        : undefined;
    },
    environment: input => composeEnvironment(input, context),
    deploy: input => composeDeployment(input, context),
    sleep: (target, removeAfter) =>
      sleepTarget(snapshot, target, options.now, removeAfter),
    wake: target => wakeTarget(snapshot, target),
    size: thing => sizeOf(snapshot, thing),
    scale: (thing, replicas) => scaleTarget(snapshot, thing, replicas),
    resize: (thing, amounts) => resizeTarget(snapshot, thing, amounts),
    restart: thing => restartTarget(snapshot, thing, options.now),
    update: (thing, version) => updateTarget(snapshot, thing, version),
    remove: target => removeTarget(snapshot, target),
    backup: (target, made) =>
      composeBackup(snapshot, target, made, options.backups ?? DEFAULT_BACKUPS),
  };
}
