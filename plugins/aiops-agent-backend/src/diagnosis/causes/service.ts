import type { KubeObject, PodObject } from '../../cluster/objects';
import { evidence, type Found } from '../found';
import type { Subject } from '../subject';
import { isStarting } from '../workloads';
import { phrase, say } from '../../words';

const INSTANCE = 'app.kubernetes.io/instance';
const ASK = phrase`Somebody who knows it can correct its Service in Git.`;

interface Port {
  name?: string;
  port: number;
  targetPort?: number | string;
  protocol?: string;
}

type Service = KubeObject<{
  type?: string;
  selector?: Record<string, string>;
  ports?: Port[];
}>;

/** Addresses inside the cluster that lead to nothing. */
export function service(subject: Subject): Found[] {
  const pods = subject.workloads.flatMap(workload => workload.pods);
  const starting = subject.workloads.some(one => isStarting(one, subject));
  if (pods.length === 0) {
    return [];
  }
  return servicesOf(subject).flatMap(one => {
    const chosen = pods.filter(pod => selects(one, pod));
    return chosen.length === 0
      ? selectsNothing(subject, one, pods[0])
      : [
          ...wrongPort(subject, one, chosen),
          ...(starting ? [] : noneReady(subject, one, chosen)),
        ];
  });
}

/** Those that are named or labelled as the thing's own. */
function servicesOf({ thing, source }: Subject): Service[] {
  const names = [thing.instance, ...thing.workloads.map(({ name }) => name)];
  return (source.list('Service', thing.environment) as Service[]).filter(
    ({ metadata, spec }) =>
      spec?.selector &&
      spec.type !== 'ExternalName' &&
      (names.includes(metadata.name) ||
        metadata.labels?.[INSTANCE] === thing.instance),
  );
}

function selects({ spec }: Service, { metadata }: PodObject): boolean {
  return Object.entries(spec?.selector ?? {}).every(
    ([label, value]) => metadata.labels?.[label] === value,
  );
}

function selectsNothing(
  { title, source, thing }: Subject,
  one: Service,
  pod: PodObject,
): Found[] {
  const others = source.list('Pod', thing.environment) as PodObject[];
  if (others.some(other => selects(one, other))) {
    return []; // It leads to something else, on purpose for all we know.
  }
  const wrong = Object.entries(one.spec?.selector ?? {}).filter(
    ([label, value]) => pod.metadata.labels?.[label] !== value,
  );
  const has = wrong.map(
    ([label]) => `${label}=${pod.metadata.labels?.[label] ?? '(none)'}`,
  );
  return [
    {
      cause: 'service.selector',
      role: 'cause',
      target: `Service/${thing.environment}/${one.metadata.name}`,
      confidence: 0.9,
      summary: say`${title} runs, but its address leads to none of its copies: the labels that it looks for are not theirs.`,
      evidence: [
        evidence(
          `services/${thing.environment}/${one.metadata.name} spec.selector`,
          wrong.map(([label, value]) => `${label}=${value}`).join(', '),
        ),
        evidence(
          `pods/${thing.environment}/${pod.metadata.name} metadata.labels`,
          has.join(', '),
        ),
      ],
      ask: ASK,
    },
  ];
}

function wrongPort(
  { title, thing }: Subject,
  one: Service,
  [pod]: PodObject[],
): Found[] {
  const open = (pod.spec?.containers ?? []).flatMap(({ ports = [] }) => ports);
  const source = `services/${thing.environment}/${one.metadata.name} spec.ports`;
  const shown = open
    .map(({ name, containerPort, protocol = 'TCP' }) =>
      name
        ? `${name} (${containerPort}/${protocol})`
        : `${containerPort}/${protocol}`,
    )
    .join(', ');
  return (one.spec?.ports ?? []).flatMap(port => {
    const aim = port.targetPort ?? port.port;
    const named = typeof aim === 'string' && !/^\d+$/.test(aim);
    // Ports that are not declared may be open all the same.
    if (!named && open.length === 0) {
      return [];
    }
    const same = open.filter(({ name, containerPort }) =>
      named ? name === aim : containerPort === Number(aim),
    );
    const protocol = port.protocol ?? 'TCP';
    const fits = same.some(({ protocol: its = 'TCP' }) => its === protocol);
    if (fits) {
      return [];
    }
    const wrongProtocol = same.length > 0;
    return [
      {
        cause: wrongProtocol ? 'service.protocol' : 'service.port',
        role: 'cause' as const,
        target: `Service/${thing.environment}/${one.metadata.name}`,
        confidence: named || wrongProtocol ? 0.9 : 0.75,
        summary: wrongProtocol
          ? say`${title} runs, but its address leads to a protocol that it does not speak (${protocol}).`
          : say`${title} runs, but its address leads to a port where it does not listen (${aim}).`,
        evidence: [
          evidence(source, `port ${port.port}/${protocol} leads to ${aim}`),
          evidence(
            `pods/${thing.environment}/${pod.metadata.name} spec.containers[].ports`,
            shown || 'none',
          ),
        ],
        ask: ASK,
      },
    ];
  });
}

function noneReady(
  { title, thing }: Subject,
  one: Service,
  chosen: PodObject[],
): Found[] {
  return chosen.some(isReady)
    ? []
    : [
        {
          cause: 'service.no-ready-pods',
          role: 'symptom',
          target: `Service/${thing.environment}/${one.metadata.name}`,
          confidence: 0.7,
          summary: say`${title} cannot be reached: none of its copies is ready.`,
          evidence: chosen
            .slice(0, 3)
            .map(({ metadata }) =>
              evidence(
                `pods/${thing.environment}/${metadata.name} status.conditions[Ready]`,
                'not True',
              ),
            ),
        },
      ];
}

function isReady({ status }: PodObject): boolean {
  return (
    status?.conditions?.some(
      ({ type, status: state }) => type === 'Ready' && state === 'True',
    ) === true
  );
}
