import type {
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Room } from './quotas';

const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);

/** What things request while they run. cpu in cores, the rest in bytes. */
export function usageOf(
  things: Deployed[],
): Pick<Room, 'cpu' | 'memory' | 'storage'> {
  const copies = things
    .flatMap(thing => thing.workloads)
    .flatMap(workload =>
      workload.containers.map(({ requests }) => ({
        cpu: (requests.cpu ?? 0) * workload.replicas,
        memory: (requests.memory ?? 0) * workload.replicas,
      })),
    );
  return {
    cpu: sum(copies.map(({ cpu }) => cpu)),
    memory: sum(copies.map(({ memory }) => memory)),
    storage: sum(
      things.flatMap(thing => thing.volumes).map(({ bytes }) => bytes),
    ),
  };
}

/** What a team uses of its quota. */
export function usageOfTeam(platform: PlatformSnapshot, team: string): Room {
  const things = platform.deployed.filter(thing => thing.team === team);
  return {
    environments: platform.environments.filter(one => one.team === team).length,
    databases: things.filter(thing => thing.role === 'database').length,
    ...usageOf(things),
  };
}
