import type { Check } from '../found';
import { claims } from './claims';
import { configuration } from './configuration';
import { crash } from './crash';
import { delivery } from './delivery';
import { dependency } from './dependency';
import { image } from './image';
import { ingress } from './ingress';
import { memory } from './memory';
import { node } from './node';
import { performance } from './performance';
import { probes } from './probes';
import { quota } from './quota';
import { rollout } from './rollout';
import { scheduling } from './scheduling';
import { service } from './service';
import { storage } from './storage';

/** All that is looked for, a group of causes each. */
export const CHECKS: Check[] = [
  dependency,
  quota,
  scheduling,
  image,
  configuration,
  claims,
  storage,
  node,
  memory,
  crash,
  probes,
  performance,
  service,
  ingress,
  rollout,
  delivery,
];
