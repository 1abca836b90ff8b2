import type {
  Health,
  Level,
  Tier,
  Tone,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';

const TIERS: Record<Tier, string> = {
  dev: 'development',
  test: 'test',
  staging: 'staging',
  prod: 'production',
};

/** `development` for `dev`. */
export function tierWord(tier: Tier): string {
  return TIERS[tier];
}

const ENGINES: Record<string, string> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  mongodb: 'MongoDB',
  redis: 'Redis',
  valkey: 'Valkey',
};

/** `PostgreSQL` for `postgresql`. */
export function engineWord(engine: string): string {
  return ENGINES[engine] ?? engine;
}

const ACCESS: Record<Deployed['access'], string> = {
  team: 'your team only',
  company: 'everyone in the company',
  public: 'everyone on the internet',
};

/** `your team only` for `team`. */
export function accessWord(access: Deployed['access']): string {
  return ACCESS[access];
}

const TONES: Record<Health, Tone> = {
  healthy: 'positive',
  starting: 'neutral',
  asleep: 'neutral',
  unknown: 'warning',
  degraded: 'danger',
  missing: 'danger',
};

/** How a health looks in a list. */
export function healthTone(health: Health): Tone {
  return TONES[health];
}

const LEVELS: Level[] = ['end-user', 'developer', 'admin'];

/** Does a person of this level want to see what is meant for `needed`? */
export function sees(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}
