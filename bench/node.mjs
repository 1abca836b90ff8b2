/** Gives a cluster a machine that has room for so many pods. */
export async function addNode(cluster, pods) {
  const room = { cpu: '64', memory: '256Gi', pods: String(pods + 10) };
  await cluster('POST', '/api/v1/nodes', {
    metadata: { name: 'bench', labels: { 'kubernetes.io/hostname': 'bench' } },
    spec: { podCIDR: '10.50.0.0/16' },
  });
  await cluster('PATCH', '/api/v1/nodes/bench/status', {
    status: {
      capacity: room,
      allocatable: room,
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
    },
  });
}
