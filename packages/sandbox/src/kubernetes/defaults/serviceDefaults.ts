import { setDefaults } from './setDefaults';

/** Completes a Service's spec, but for its addresses. */
export function defaultService(spec: any): void {
  setDefaults(spec, { type: 'ClusterIP', sessionAffinity: 'None' });
  if (spec.type === 'ExternalName') {
    return;
  }
  setDefaults(spec, {
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
  });
  if (spec.type !== 'ClusterIP') {
    setDefaults(spec, { externalTrafficPolicy: 'Cluster' });
  }
  if (spec.type === 'LoadBalancer') {
    setDefaults(spec, { allocateLoadBalancerNodePorts: true });
  }
  for (const port of spec.ports ?? []) {
    setDefaults(port, { protocol: 'TCP', targetPort: port.port });
  }
}

/** Chooses the cluster address and node ports that a Service asks for; `taken` says what others have. */
export function allocateService(
  spec: any,
  taken: { addresses: Set<string>; nodePorts: Set<number> },
): void {
  if (spec.type === 'ExternalName') {
    return;
  }
  if (!spec.clusterIP) {
    spec.clusterIP = firstFree(taken.addresses);
  }
  spec.clusterIPs = [spec.clusterIP];
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
    for (const port of spec.ports ?? []) {
      if (!port.nodePort) {
        let candidate = 30000;
        while (taken.nodePorts.has(candidate)) {
          candidate++;
        }
        port.nodePort = candidate;
      }
      taken.nodePorts.add(port.nodePort);
    }
  }
}

function firstFree(taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const address = `10.43.${Math.floor(number / 250)}.${(number % 250) + 1}`;
    if (!taken.has(address)) {
      return address;
    }
  }
}
