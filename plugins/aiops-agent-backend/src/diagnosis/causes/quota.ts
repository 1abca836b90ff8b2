import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { Condition } from '../../cluster/objects';
import { copies } from '../amounts';
import { eventEvidence, evidence, type Evidence, type Found } from '../found';
import type { RunningWorkload, Subject } from '../subject';
import { phrase, say, sayAgain } from '../../words';

/** Why pods were refused before they were made, in the API server's words. */
interface Refusal {
  message: string;
  shown: Evidence;
}

/** Quota resources by the code that they belong to; the first that fits. */
const RESOURCES: Array<[RegExp, string, string]> = [
  [/services/, 'quota.services', phrase`services`],
  [/storage|persistentvolumeclaims/, 'quota.storage', phrase`storage`],
  [/cpu/, 'quota.cpu', phrase`processor time`],
  [/memory/, 'quota.memory', phrase`memory`],
  [/pods|^count\//, 'quota.pods', phrase`copies`],
];

const BOUND =
  /(maximum|minimum) (cpu|memory) usage per \w+ is ([^\s,]+), but (?:limit|request) is ([^\s,\].]+)/;

const ROOM = phrase`The environment needs more room, which a platform admin can give; or something else in it becomes smaller.`;
const MANIFEST = phrase`Somebody who knows it can correct its manifest in Git.`;

/** Copies that were never made because something refused them. */
export function quota(subject: Subject): Found[] {
  return subject.workloads.flatMap(workload => {
    const refusal = refusalOf(workload, subject);
    return refusal ? explain(subject, workload, refusal) : [];
  });
}

/** The refusal, while copies are still missing. */
function refusalOf(
  workload: RunningWorkload,
  { source }: Subject,
): Refusal | undefined {
  const { maker, object, kind } = workload;
  const wanted =
    kind === 'DaemonSet' ? workload.desired : maker.spec?.replicas ?? 1;
  const made =
    kind === 'DaemonSet' ? workload.pods.length : maker.status?.replicas ?? 0;
  if (made >= wanted) {
    return undefined;
  }
  for (const [from, path] of [
    [maker, `${maker === object ? workload.path : replicaSetPath(workload)}`],
    [object, workload.path],
  ] as const) {
    const condition = from.status?.conditions?.find(
      ({ type, status }: Condition) =>
        type === 'ReplicaFailure' && status === 'True',
    );
    if (condition?.message) {
      return {
        message: condition.message,
        shown: evidence(
          `${path} status.conditions[ReplicaFailure]`,
          condition.message,
        ),
      };
    }
  }
  const event = source
    .eventsAbout(maker)
    .findLast(({ reason }) => reason === 'FailedCreate');
  return event?.message
    ? { message: event.message, shown: eventEvidence(event) }
    : undefined;
}

function replicaSetPath({ maker }: RunningWorkload): string {
  return `replicasets/${maker.metadata.namespace}/${maker.metadata.name}`;
}

function explain(
  subject: Subject,
  workload: RunningWorkload,
  { message, shown }: Refusal,
): Found[] {
  const { title } = subject;
  const { namespace } = workload.object.metadata;
  const base = {
    role: 'cause' as const,
    target: workload.target,
    confidence: 0.95,
    evidence: [shown],
  };
  const exceeded = /exceeded quota: ([^\s,]+)/.exec(message);
  if (exceeded) {
    return exceededResources(message).map(([cause, noun, numbers]) => ({
      ...base,
      cause,
      target: `ResourceQuota/${namespace}/${exceeded[1]}`,
      summary: say`${title} gets only ${workload.pods.length} of ${copies(
        workload.desired,
      )}: its environment has no room left for more ${sayAgain(
        noun,
      )}${numbers}.`,
      evidence: [shown, ...quotaEvidence(subject, namespace, exceeded[1])],
      ask: ROOM,
    }));
  }
  if (/failed quota.*must specify/.test(message)) {
    return [
      {
        ...base,
        cause: 'quota.limits-required',
        summary: say`${title} cannot start: its environment demands that each container says how much it needs, and one of its does not.`,
        ask: MANIFEST,
      },
    ];
  }
  const bound = BOUND.exec(message);
  if (bound) {
    const [, end, resource, allowed, asked] = bound;
    const range = rangeWith(subject, namespace, end);
    return [
      {
        ...base,
        cause: resource === 'cpu' ? 'quota.cpu' : 'quota.memory',
        target: range ? `LimitRange/${namespace}/${range}` : workload.target,
        summary:
          end === 'maximum'
            ? say`${title} cannot start: one of its containers asks for ${asked} of ${resource}, and its environment allows at most ${allowed}.`
            : say`${title} cannot start: one of its containers asks for ${asked} of ${resource}, and its environment demands at least ${allowed}.`,
        ask: end === 'maximum' ? ROOM : MANIFEST,
      },
    ];
  }
  return refusedOtherwise(message).map(other => ({
    ...base,
    ...other,
    summary: say`${title} cannot start: ${other.summary}.`,
  }));
}

/** The LimitRange that bounds containers at this end. */
function rangeWith(
  { source }: Subject,
  namespace: string | undefined,
  end: string,
): string | undefined {
  const field = end === 'maximum' ? 'max' : 'min';
  return source
    .list('LimitRange', namespace)
    .find(({ spec }) =>
      (spec?.limits as Array<Record<string, unknown>> | undefined)?.some(
        limit => limit[field] !== undefined,
      ),
    )?.metadata.name;
}

/** What `requested` would take beyond `limited`, by resource. */
function exceededResources(message: string): Array<[string, string, string]> {
  const amounts = (label: string) =>
    new Map(
      (
        new RegExp(
          `${label}: ([^:]*?)(?:, (?:used|limited|requested):|$)`,
        ).exec(message)?.[1] ?? ''
      )
        .split(',')
        .map(part => part.trim().split('=') as [string, string | undefined]),
    );
  const requested = amounts('requested');
  const used = amounts('used');
  const limited = amounts('limited');
  const over = [...requested].filter(([resource, wanted]) => {
    const [a, b, c] = [wanted, used.get(resource), limited.get(resource)].map(
      amount => (amount === undefined ? NaN : tryQuantity(amount)),
    );
    return !(a + b <= c);
  });
  const found = new Map<string, [string, string, string]>();
  for (const [resource] of over.length > 0 ? over : requested) {
    const match = RESOURCES.find(([pattern]) => pattern.test(resource));
    if (match && !found.has(match[1])) {
      const [, cause, noun] = match;
      const [has, most] = [used.get(resource), limited.get(resource)];
      const numbers =
        has && most ? ` (${say`${has} of ${most} is taken`})` : '';
      found.set(cause, [cause, noun, numbers]);
    }
  }
  return [...found.values()];
}

function tryQuantity(text: string): number {
  try {
    return parseQuantity(text);
  } catch {
    return NaN; // Not an amount; then the message alone counts.
  }
}

function quotaEvidence(
  { source }: Subject,
  namespace: string | undefined,
  name: string,
): Evidence[] {
  const status = source.get('ResourceQuota', namespace, name)?.status as
    | { hard?: Record<string, string>; used?: Record<string, string> }
    | undefined;
  const full = Object.entries(status?.hard ?? {}).map(
    ([resource, hard]) =>
      `${resource} ${status?.used?.[resource] ?? 0}/${hard}`,
  );
  return full.length > 0
    ? [
        evidence(
          `resourcequotas/${namespace}/${name} status`,
          `used: ${full.join(', ')}`,
        ),
      ]
    : [];
}

function refusedOtherwise(
  message: string,
): Array<Pick<Found, 'cause' | 'summary' | 'ask'>> {
  if (/service ?account/i.test(message) && /not found/.test(message)) {
    return [
      {
        cause: 'admission.service-account-missing',
        summary: say`the account that it is to run as does not exist`,
        ask: MANIFEST,
      },
    ];
  }
  if (/violates PodSecurity/i.test(message)) {
    return [
      {
        cause: 'admission.pod-security',
        summary: say`it asks for rights that its environment gives to nobody`,
        ask: MANIFEST,
      },
    ];
  }
  if (/admission webhook/i.test(message)) {
    return [
      {
        cause: 'admission.webhook',
        summary: say`a rule of the cluster refuses it`,
        ask: say`The platform team knows the rule; its words are in the evidence.`,
      },
    ];
  }
  return [];
}
