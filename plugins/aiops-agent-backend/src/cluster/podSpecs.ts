import type {
  ContainerObject,
  Fields,
  ObjectReference,
  PodSpec,
  ProbeObject,
  VolumeReference,
} from './objects';

type Probe = ProbeObject & { httpGet?: { httpHeaders?: unknown } };

type Reference = { name: string; key?: string; optional?: boolean };

type Container = ContainerObject & {
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  startupProbe?: Probe;
  env?: Array<{
    valueFrom?: { configMapKeyRef?: Reference; secretKeyRef?: Reference };
  }>;
  envFrom?: Array<{ configMapRef?: Reference; secretRef?: Reference }>;
};

type Volume = {
  name: string;
  persistentVolumeClaim?: { claimName: string };
  configMap?: Reference;
  secret?: { secretName: string; optional?: boolean };
  projected?: {
    sources?: Array<{ configMap?: Reference; secret?: Reference }>;
  };
};

/**
 * What a pod is made of, by name and amount. Values of variables, commands,
 * arguments and headers may hold passwords, and are dropped.
 */
export function trimPodSpec(spec: unknown): PodSpec | undefined {
  const whole = spec as Fields | undefined;
  return (
    whole && {
      nodeName: whole.nodeName as string | undefined,
      serviceAccountName: whole.serviceAccountName as string | undefined,
      nodeSelector: whole.nodeSelector as PodSpec['nodeSelector'],
      nodeAffinity:
        (whole.affinity as Fields | undefined)?.nodeAffinity !== undefined,
      tolerations: whole.tolerations as Fields[] | undefined,
      schedulingGates: whole.schedulingGates as PodSpec['schedulingGates'],
      volumes: (whole.volumes as Volume[] | undefined)?.map(trimVolume),
      initContainers: (whole.initContainers as Container[] | undefined)?.map(
        trimContainer,
      ),
      containers: (whole.containers as Container[] | undefined)?.map(
        trimContainer,
      ),
    }
  );
}

function trimContainer(container: Container): ContainerObject {
  const { name, image, resources, env = [], envFrom = [] } = container;
  const references = [
    ...envFrom.flatMap(({ configMapRef, secretRef }) =>
      referencesOf(configMapRef, secretRef),
    ),
    ...env.flatMap(({ valueFrom }) =>
      referencesOf(valueFrom?.configMapKeyRef, valueFrom?.secretKeyRef),
    ),
  ];
  return {
    name,
    image,
    ports: container.ports?.map(port => ({
      name: port.name,
      containerPort: port.containerPort,
      protocol: port.protocol,
    })),
    resources: resources && {
      requests: resources.requests,
      limits: resources.limits,
    },
    livenessProbe: trimProbe(container.livenessProbe),
    readinessProbe: trimProbe(container.readinessProbe),
    startupProbe: trimProbe(container.startupProbe),
    references: references.length > 0 ? references : undefined,
  };
}

function trimProbe(probe?: Probe): ProbeObject | undefined {
  return (
    probe && {
      httpGet: probe.httpGet && {
        path: probe.httpGet.path,
        port: probe.httpGet.port,
        scheme: probe.httpGet.scheme,
      },
      tcpSocket: probe.tcpSocket,
      grpc: probe.grpc,
      exec: probe.exec && {},
      initialDelaySeconds: probe.initialDelaySeconds,
      periodSeconds: probe.periodSeconds,
      timeoutSeconds: probe.timeoutSeconds,
      failureThreshold: probe.failureThreshold,
    }
  );
}

function trimVolume(volume: Volume): VolumeReference {
  const { name, persistentVolumeClaim, configMap, secret, projected } = volume;
  const references = [
    ...referencesOf(
      configMap,
      secret && { name: secret.secretName, optional: secret.optional },
    ),
    ...(projected?.sources ?? []).flatMap(source =>
      referencesOf(source.configMap, source.secret),
    ),
  ];
  return {
    name,
    claim: persistentVolumeClaim?.claimName,
    references: references.length > 0 ? references : undefined,
  };
}

function referencesOf(
  configMap?: Reference,
  secret?: Reference,
): ObjectReference[] {
  const reference = (
    kind: ObjectReference['kind'],
    { name, key, optional }: Reference,
  ) => ({ kind, name, key, optional });
  return [
    ...(configMap ? [reference('ConfigMap', configMap)] : []),
    ...(secret ? [reference('Secret', secret)] : []),
  ];
}
