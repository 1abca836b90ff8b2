import { canonicalQuantity } from '../values/quantity';
import { setDefaults } from './setDefaults';

/** Rewrites the quantities of a resource list as Kubernetes writes them. */
export function canonicalResources(list?: Record<string, unknown>): void {
  for (const key of Object.keys(list ?? {})) {
    list![key] = canonicalQuantity(list![key]);
  }
}

/** Completes a pod's spec, in a Pod or in a template, as the API server does. */
export function defaultPodSpec(spec: any): void {
  setDefaults(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: {},
  });
  if (spec.serviceAccountName) {
    setDefaults(spec, { serviceAccount: spec.serviceAccountName });
  }
  for (const container of [
    ...(spec.containers ?? []),
    ...(spec.initContainers ?? []),
  ]) {
    defaultContainer(container);
  }
  for (const volume of spec.volumes ?? []) {
    defaultVolume(volume);
  }
}

function defaultContainer(container: any): void {
  const image = String(container.image ?? '');
  const latest = /:latest$/.test(image) || !/[:@][^/]*$/.test(image);
  setDefaults(container, {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: latest ? 'Always' : 'IfNotPresent',
  });
  canonicalResources(container.resources.limits);
  canonicalResources(container.resources.requests);
  const { limits } = container.resources;
  if (limits) {
    container.resources.requests = {
      ...limits,
      ...container.resources.requests,
    };
  }
  for (const port of container.ports ?? []) {
    setDefaults(port, { protocol: 'TCP' });
  }
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    defaultProbe(container[name]);
  }
  for (const { valueFrom } of container.env ?? []) {
    if (valueFrom?.fieldRef) {
      setDefaults(valueFrom.fieldRef, { apiVersion: 'v1' });
    }
  }
}

function defaultProbe(probe: any): void {
  if (!probe) {
    return;
  }
  setDefaults(probe, {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });
  if (probe.httpGet) {
    setDefaults(probe.httpGet, { path: '/', scheme: 'HTTP' });
  }
}

function defaultVolume(volume: any): void {
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    if (volume[source]) {
      setDefaults(volume[source], { defaultMode: 0o644 });
    }
  }
  if (volume.hostPath) {
    setDefaults(volume.hostPath, { type: '' });
  }
}
