import type { KubeObject } from '../../cluster/objects';
import { evidence, type Found } from '../found';
import type { Subject } from '../subject';
import { say } from '../../words';

interface Backend {
  service?: { name: string; port?: { name?: string; number?: number } };
}

type Ingress = KubeObject<{
  rules?: Array<{
    host?: string;
    http?: { paths?: Array<{ backend?: Backend }> };
  }>;
}>;

/** Addresses on the web that lead to nothing inside the cluster. */
export function ingress(subject: Subject): Found[] {
  const { thing, source } = subject;
  const all = source.list('Ingress', thing.environment) as Ingress[];
  return all.flatMap(one =>
    (one.spec?.rules ?? [])
      .filter(({ host }) => host !== undefined && thing.hosts.includes(host))
      .flatMap(({ host = '', http }) =>
        (http?.paths ?? []).flatMap(({ backend }) =>
          judge(subject, one, host, backend),
        ),
      ),
  );
}

function judge(
  { thing, source, title }: Subject,
  { metadata }: Ingress,
  host: string,
  backend: Backend | undefined,
): Found[] {
  const wanted = backend?.service;
  if (!wanted) {
    return [];
  }
  const { name, port } = wanted;
  const service = source.get('Service', thing.environment, name);
  const ports = (service?.spec?.ports ?? []) as Array<{
    name?: string;
    port: number;
  }>;
  const leads =
    service &&
    (!port ||
      ports.some(open =>
        port.name ? open.name === port.name : open.port === port.number,
      ));
  const aim = `${name}:${port?.name ?? port?.number ?? ''}`;
  return leads
    ? []
    : [
        {
          cause: 'ingress.backend-missing',
          role: 'cause',
          target: `Ingress/${thing.environment}/${metadata.name}`,
          confidence: 0.9,
          summary: say`${title} cannot be reached at ${host}: the address leads to something that is not there (${aim}).`,
          evidence: [
            evidence(
              `ingresses/${thing.environment}/${metadata.name} spec.rules[${host}]`,
              aim,
            ),
            evidence(
              `services/${thing.environment}/${name}`,
              service
                ? `ports: ${ports.map(({ port: number }) => number).join(', ')}`
                : 'not found',
            ),
          ],
          ask: say`Somebody who knows it can correct its address in Git.`,
        },
      ];
}
