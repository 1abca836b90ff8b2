import type { ServerResponse } from 'node:http';
import {
  containerLog,
  containerSpan,
  type LogLine,
} from '../logs/containerLog';
import type { Resources } from '../resources/Resources';
import { badRequest } from '../resources/status';
import { microTimestamp } from '../resources/time';
import type { KubeObject } from '../types';

const FOLLOW_MS = 1_000;

/** `pods/log`: the whole or its tail, of this run or the one before, followed when asked. @throws 400, 404 */
export function sendLog(
  res: ServerResponse,
  resources: Resources,
  pod: KubeObject,
  query: URLSearchParams,
): void {
  const container = chosen(pod, query.get('container'));
  const previous = query.get('previous') === 'true';
  const { name, namespace = '' } = pod.metadata;
  const span = containerSpan(pod, container.name, previous);
  if (!span) {
    throw badRequest(
      previous
        ? `previous terminated container "${container.name}" in pod "${name}" not found`
        : waitingMessage(pod, container.name),
    );
  }
  const numbers = (key: string) => {
    const text = query.get(key);
    if (text === null) {
      return undefined;
    }
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) {
      throw badRequest(`${key} must be a positive integer`);
    }
    return value;
  };
  const tail = numbers('tailLines');
  const since = numbers('sinceSeconds');
  const limit = numbers('limitBytes');
  let from = query.has('sinceTime')
    ? new Date(query.get('sinceTime')!)
    : undefined;
  if (since !== undefined) {
    from = new Date(resources.clock.now().getTime() - since * 1000);
  }
  if (from && Number.isNaN(from.getTime())) {
    throw badRequest('sinceTime must be a time such as 2026-01-05T09:00:00Z');
  }
  const stamps = query.get('timestamps') === 'true';
  const text = (line: LogLine) =>
    `${stamps ? `${microTimestamp(line.at)} ` : ''}${line.text}\n`;

  const now = resources.clock.now();
  let lines = containerLog(pod, container, span, {
    programs: resources.programs,
    until: now,
  });
  if (from) {
    const earliest = from;
    lines = lines.filter(line => line.at >= earliest);
  }
  if (tail !== undefined) {
    lines = tail ? lines.slice(-tail) : [];
  }
  const body = lines.map(text).join('');
  res.writeHead(200, { 'content-type': 'text/plain' });
  if (query.get('follow') !== 'true' || previous) {
    res.end(limit === undefined ? body : body.slice(0, limit));
    return;
  }
  res.flushHeaders();
  res.write(body);
  follow(res, resources, { namespace, name, container, after: now, text });
}

function follow(
  res: ServerResponse,
  resources: Resources,
  options: {
    namespace: string;
    name: string;
    container: any;
    after: Date;
    text(line: LogLine): string;
  },
): void {
  const { namespace, name, container, text } = options;
  let { after } = options;
  let cancel: () => void = () => undefined;
  const next = () => {
    const pod = resources.store.get('v1/Pod', namespace, name);
    const span = pod && containerSpan(pod, container.name, false);
    const now = resources.clock.now();
    if (!pod || !span) {
      res.end();
      return;
    }
    const fresh = containerLog(pod, container, span, {
      programs: resources.programs,
      until: now,
    }).filter(line => line.at > after);
    if (fresh.length) {
      res.write(fresh.map(text).join(''));
    }
    after = now;
    if (span.finishedAt) {
      res.end();
      return;
    }
    cancel = resources.clock.after(FOLLOW_MS, next);
  };
  cancel = resources.clock.after(FOLLOW_MS, next);
  res.on('close', () => cancel());
}

function chosen(pod: KubeObject, asked: string | null): any {
  const { name } = pod.metadata;
  const all = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])];
  if (!asked) {
    if (pod.spec.containers.length > 1) {
      throw badRequest(
        `a container name must be specified for pod ${name}, choose one of: [${pod.spec.containers
          .map((one: any) => one.name)
          .join(' ')}]`,
      );
    }
    return pod.spec.containers[0];
  }
  const found = all.find(one => one.name === asked);
  if (!found) {
    throw badRequest(`container ${asked} is not valid for pod ${name}`);
  }
  return found;
}

function waitingMessage(pod: KubeObject, container: string): string {
  const status = pod.status?.containerStatuses?.find(
    (one: any) => one.name === container,
  );
  const reason = status?.state?.waiting?.reason ?? 'ContainerCreating';
  const why: Record<string, string> = {
    ErrImagePull: 'trying and failing to pull image',
    ImagePullBackOff: 'trying and failing to pull image',
  };
  return `container "${container}" in pod "${
    pod.metadata.name
  }" is waiting to start: ${why[reason] ?? reason}`;
}
