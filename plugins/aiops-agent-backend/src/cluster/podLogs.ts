import type {
  LogLine,
  LogRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ServiceUnavailableError } from '@backstage/errors';
import { redact } from '../secrets';
import { KubeStatusError, type KubeApi } from './KubeApi';
import type { PodObject } from './objects';
import { say } from '../words';

const TIMEOUT_MS = 5_000;
/** Of one container; a megabyte of logs is more than anybody reads. */
const MOST_BYTES = 512 * 1024;
const MOST_LINES = 2_000;
const USUAL_LINES = 200;
/** Logs of so many containers are read at once for one question. */
const MOST_CONTAINERS = 20;

const STAMPED = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) ?(.*)$/;

/** Which log of which container, and how much of it. */
export interface PodLogRequest {
  namespace: string;
  pod: string;
  container: string;
  /** Of the run before the last restart. */
  previous?: boolean;
  /** The newest so many. */
  lines: number;
  sinceSeconds?: number;
}

/**
 * The log of one container, redacted, oldest line first.
 *
 * @throws KubeStatusError when the container hasn't written any, or the
 * account may not read it; ServiceUnavailableError when the cluster is gone.
 */
export async function readPodLog(
  api: Pick<KubeApi, 'text'>,
  request: PodLogRequest,
): Promise<LogLine[]> {
  const { namespace, pod, container, previous, sinceSeconds } = request;
  const text = await api.text(
    `/api/v1/namespaces/${namespace}/pods/${pod}/log`,
    {
      container,
      timestamps: 'true',
      tailLines: String(Math.min(request.lines, MOST_LINES)),
      limitBytes: String(MOST_BYTES),
      ...(previous ? { previous: 'true' } : {}),
      ...(sinceSeconds ? { sinceSeconds: String(sinceSeconds) } : {}),
    },
    TIMEOUT_MS,
  );
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [, at, words] = STAMPED.exec(line) ?? [];
      return at
        ? { pod, container, at, text: redact(words) }
        : { pod, container, text: redact(line) };
    });
}

/**
 * What all containers of these pods wrote, by time, the newest so many.
 *
 * @throws ServiceUnavailableError when the account may not read logs, or the
 * cluster doesn't answer.
 */
export async function readLogs(
  api: Pick<KubeApi, 'text'>,
  pods: PodObject[],
  request: LogRequest = {},
): Promise<LogLine[]> {
  const { query, previous, sinceSeconds, lines = USUAL_LINES } = request;
  const containers = pods
    .flatMap(({ metadata, spec }) =>
      (spec?.containers ?? []).map(({ name }) => ({
        namespace: metadata.namespace ?? '',
        pod: metadata.name,
        container: name,
      })),
    )
    .slice(0, MOST_CONTAINERS);
  const logs = await Promise.all(
    containers.map(container =>
      readPodLog(api, {
        ...container,
        previous,
        sinceSeconds,
        // What is searched for may be further up.
        lines: query ? MOST_LINES : lines,
      }).catch(orNone),
    ),
  );
  const wanted = query?.toLocaleLowerCase('en-US');
  return logs
    .flat()
    .filter(
      ({ text }) => !wanted || text.toLocaleLowerCase('en-US').includes(wanted),
    )
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    .slice(-lines);
}

/** A container that has not started yet, or is gone, has no log. */
function orNone(error: unknown): LogLine[] {
  if (!(error instanceof KubeStatusError)) {
    throw error;
  }
  if (error.code === 401 || error.code === 403) {
    throw new ServiceUnavailableError(
      say`The portal may not read logs in this cluster. Nothing was changed; the platform team can allow it (get on pods/log).`,
      error,
    );
  }
  return [];
}
