import type {
  Health,
  Level,
  Tier,
  Tone,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import { phrase, sayAgain } from '../../words';

const TIERS: Record<Tier, string> = {
  dev: phrase`development`,
  test: phrase`test`,
  staging: phrase`staging`,
  prod: phrase`production`,
};

/** `development` for `dev`. */
export function tierWord(tier: Tier): string {
  return sayAgain(TIERS[tier]);
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
  team: phrase`your team only`,
  company: phrase`everyone in the company`,
  public: phrase`everyone on the internet`,
};

/** `your team only` for `team`. */
export function accessWord(access: Deployed['access']): string {
  return sayAgain(ACCESS[access]);
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
