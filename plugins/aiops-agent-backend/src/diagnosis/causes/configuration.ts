import type { Condition, EventObject, KubeObject } from '../../cluster/objects';
import { grouped } from '../containers';
import { eventEvidence, evidence, SHOWN, type Found } from '../found';
import type { Container, Subject } from '../subject';
import { say } from '../../words';

const MISSING =
  /\b(secret|configmap)s? "([^"]+)" (?:is )?(?:forbidden|not found)/i;
const KEY_OF_ENV =
  /couldn't find key (\S+) in (Secret|ConfigMap) (?:[^/\s]+\/)?([^\s,]+)/i;
const KEY_OF_VOLUME = /references non-existent (secret|config) key: (\S+)/i;

/** Something that a pod needs and that isn't there, in the node's words. */
interface Lack {
  kind: 'Secret' | 'ConfigMap';
  name?: string;
  key?: string;
}

/** ConfigMaps, Secrets and keys of theirs that aren't there. */
export function configuration(subject: Subject): Found[] {
  return grouped(subject.containers).flatMap(group => {
    const waiting = group.flatMap(container => {
      const { reason, message } = container.status?.state?.waiting ?? {};
      const lack =
        reason === 'CreateContainerConfigError' && message
          ? read(message)
          : undefined;
      return lack
        ? [
            {
              container,
              lack,
              shown: evidence(
                `${container.path}.state.waiting`,
                `${reason}: ${message}`,
              ),
            },
          ]
        : [];
    });
    const mounting = group.flatMap(container => {
      const event = failedMount(container, subject);
      const lack = event && read(event.message ?? '');
      return lack ? [{ container, lack, shown: eventEvidence(event) }] : [];
    });
    const [first] = [...waiting, ...mounting];
    return first && !isThereNow(first.lack, first.container, subject)
      ? [
          explain(subject, first.container, first.lack, [
            ...[...waiting, ...mounting]
              .slice(0, SHOWN)
              .map(({ shown }) => shown),
          ]),
        ]
      : [];
  });
}

/** The newest failed mount of a pod whose containers still wait for it. */
export function failedMount(
  { pod, status }: Container,
  { source }: Subject,
): EventObject | undefined {
  const waits = ['ContainerCreating', 'PodInitializing'].includes(
    status?.state?.waiting?.reason ?? '',
  );
  return waits
    ? source
        .eventsAbout(pod)
        .findLast(({ reason }) =>
          ['FailedMount', 'FailedAttachVolume'].includes(reason ?? ''),
        )
    : undefined;
}

function read(message: string): Lack | undefined {
  const [, key, ofKind, ofName] = KEY_OF_ENV.exec(message) ?? [];
  if (key) {
    return { kind: kindOf(ofKind), name: ofName, key };
  }
  const [, volumeKind, volumeKey] = KEY_OF_VOLUME.exec(message) ?? [];
  if (volumeKey) {
    return { kind: kindOf(volumeKind), key: volumeKey };
  }
  const [, kind, name] = MISSING.exec(message) ?? [];
  return name ? { kind: kindOf(kind), name } : undefined;
}

function kindOf(said: string): Lack['kind'] {
  return said.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
}

/** It may have come since the node complained; Secrets can't be looked at. */
function isThereNow(
  { kind, name, key }: Lack,
  { pod }: Container,
  { source }: Subject,
): boolean {
  if (kind !== 'ConfigMap' || !name || !source.knows(kind)) {
    return false;
  }
  const object = source.get(kind, pod.metadata.namespace, name) as
    | (KubeObject & { keys?: string[] })
    | undefined;
  return (
    object !== undefined &&
    (key === undefined || object.keys?.includes(key) === true)
  );
}

function explain(
  { title, source }: Subject,
  { pod, workload }: Container,
  { kind, name, key }: Lack,
  shown: Found['evidence'],
): Found {
  const { namespace } = pod.metadata;
  const what = [
    kind === 'Secret' ? say`the password or key` : say`the configuration`,
    ...(name ? [`"${name}"`] : []),
  ].join(' ');
  const base = {
    role: 'cause' as const,
    target: name ? `${kind}/${namespace}/${name}` : workload.target,
    confidence: 0.95,
  };
  if (key) {
    return {
      ...base,
      cause: 'config.key-missing',
      summary: say`${title} cannot start: ${what} that it needs has no entry "${key}".`,
      evidence: shown,
      ask: say`Somebody who knows it can add the entry, or correct its name in Git.`,
    };
  }
  const external =
    kind === 'Secret' && name
      ? externalSecretOf(
          name,
          namespace,
          source.list('ExternalSecret', namespace),
        )
      : undefined;
  const trouble = external && troubleOf(external);
  return {
    ...base,
    cause:
      kind === 'Secret' ? 'config.secret-missing' : 'config.configmap-missing',
    summary: trouble
      ? say`${title} cannot start: ${what} that it needs is missing, since it could not be fetched from the secret store.`
      : say`${title} cannot start: ${what} that it needs is missing.`,
    evidence: trouble
      ? [
          ...shown,
          evidence(
            `externalsecrets/${namespace}/${external.metadata.name} status.conditions[Ready]`,
            `${trouble.reason}: ${trouble.message}`,
          ),
        ]
      : shown,
    ask: trouble
      ? say`The platform team can see whether the value is in the secret store.`
      : say`Somebody who knows it can add it, or correct its name in Git.`,
  };
}

function externalSecretOf(
  secret: string,
  namespace: string | undefined,
  all: KubeObject[],
): KubeObject | undefined {
  return all.find(({ metadata, spec }) => {
    const target = (spec?.target as { name?: string } | undefined)?.name;
    return (
      metadata.namespace === namespace && (target ?? metadata.name) === secret
    );
  });
}

function troubleOf(external: KubeObject): Condition | undefined {
  return (external.status?.conditions as Condition[] | undefined)?.find(
    ({ type, status }) => type === 'Ready' && status === 'False',
  );
}
