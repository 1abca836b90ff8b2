import { copies, mebibytes, millicores, percent } from '../amounts';
import { amount, grouped, usageOf } from '../containers';
import { moreCpu, moreMemory } from '../fixes';
import { evidence, SHOWN, type Evidence, type Found } from '../found';
import { podPath, type Container, type Subject } from '../subject';
import type { ContainerUsage } from '../../cluster/PodMetrics';
import { killOf } from './memory';
import { say } from '../../words';

/** From this share of what they may use on, all copies together are busy. */
const SATURATED = 0.85;
/** A single copy at its limit is held back there. */
const THROTTLED = 0.95;
/** Without a limit: so much more than was set aside is more than was planned. */
const BEYOND = 1.2;
const MEMORY_HIGH = 0.9;

interface Measured {
  container: Container;
  usage: ContainerUsage;
}

/** Containers that want more than they may use. */
export function performance(subject: Subject): Found[] {
  return grouped(subject.containers.filter(({ init }) => !init)).flatMap(
    group => {
      const measured = group.flatMap(container => {
        const usage = usageOf(container, subject);
        return usage && container.status?.state?.running
          ? [{ container, usage }]
          : [];
      });
      return measured.length > 0
        ? [...processor(subject, measured), ...memory(subject, measured)]
        : [];
    },
  );
}

function processor(subject: Subject, measured: Measured[]): Found[] {
  const { title } = subject;
  const [{ container }] = measured;
  const limit = amount(container, 'limits', 'cpu');
  const request = amount(container, 'requests', 'cpu');
  const may = limit ?? request;
  if (!may) {
    return [];
  }
  const shares = measured.map(({ usage }) => usage.cpu / may);
  const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const used = average * may;
  const base = {
    role: 'cause' as const,
    target: container.workload.target,
    evidence: [
      ...measured
        .slice(0, SHOWN)
        .map(one =>
          metric(
            one,
            'cpu',
            say`using ${millicores(one.usage.cpu)} of ${millicores(may)}`,
          ),
        ),
      evidence(
        `${container.workload.path} spec`,
        `${measured.length} of ${
          container.workload.desired
        } replicas running; ${limit ? 'limit' : 'request'} ${millicores(
          may,
        )} cpu each`,
      ),
    ],
    ...moreCpu(subject, container, may),
  };
  if (average >= (limit ? SATURATED : BEYOND)) {
    return [
      {
        ...base,
        cause: 'performance.cpu-saturated',
        confidence: limit ? 0.9 : 0.55,
        summary: busyness(title, measured.length, {
          share: percent(average),
          used: millicores(used),
          may: millicores(may),
          limited: limit !== undefined,
        }),
      },
    ];
  }
  const held = shares.filter(share => share >= THROTTLED).length;
  return limit && held > 0
    ? [
        {
          ...base,
          cause: 'performance.cpu-throttled',
          confidence: 0.7,
          summary: say`${title} is held back: ${held} of its ${copies(
            shares.length,
          )} at all of the processor time that a copy may use (${millicores(
            limit,
          )}).`,
        },
      ]
    : [];
}

function busyness(
  title: string,
  count: number,
  {
    share,
    used,
    may,
    limited,
  }: { share: string; used: string; may: string; limited: boolean },
): string {
  if (!limited) {
    return say`${title} needs more processor time than was set aside for it (${used} instead of ${may} a copy).`;
  }
  return count === 1
    ? say`${title} has reached its limit: it uses ${share} of the processor time that it may use (${used} of ${may}).`
    : say`${title} has reached its limit: its ${count} copies use ${share} of the processor time that each may use (${used} of ${may}).`;
}

function memory(subject: Subject, measured: Measured[]): Found[] {
  const [{ container }] = measured;
  const limit = amount(container, 'limits', 'memory');
  // One that was ended for its memory already has its own finding.
  if (!limit || measured.some(one => killOf(one.container))) {
    return [];
  }
  const high = measured
    .filter(({ usage }) => usage.memory >= MEMORY_HIGH * limit)
    .sort((a, b) => b.usage.memory - a.usage.memory);
  return high.length === 0
    ? []
    : [
        {
          cause: 'performance.memory-high',
          role: 'cause',
          target: container.workload.target,
          confidence: 0.75,
          summary: say`${subject.title} has almost no memory left (${mebibytes(
            high[0].usage.memory,
          )} of its ${mebibytes(limit)} limit).`,
          evidence: high
            .slice(0, SHOWN)
            .map(one =>
              metric(
                one,
                'memory',
                say`using ${mebibytes(one.usage.memory, '')} of its ${mebibytes(
                  limit,
                  '',
                )} limit`,
              ),
            ),
          ...moreMemory(subject, container, limit),
        },
      ];
}

function metric(
  { container }: Measured,
  resource: 'cpu' | 'memory',
  text: string,
): Evidence {
  return evidence(
    `metrics.k8s.io ${podPath(container.pod)} containers[${
      container.spec.name
    }].usage.${resource}`,
    text,
  );
}
