import type { Extractor } from '../types';
import { access } from './access';
import { app } from './app';
import { add, factor, replicas } from './copies';
import { count } from './count';
import { direction } from './direction';
import { date, to, version } from './date';
import { since, ttl } from './duration';
import { engine, services } from './engine';
import { host } from './host';
import { image } from './image';
import { amount } from './money';
import { name } from './name';
import { period } from './period';
import { playbook } from './playbook';
import { cpu, memory, storage } from './quantity';
import { request } from './request';
import { resource } from './resource';
import { role } from './role';
import { schedule } from './schedule';
import { size } from './size';
import { state } from './state';
import { subject } from './subject';
import { team } from './team';
import { application, environment, target } from './things';
import { tier } from './tier';
import { topic } from './topic';
import { traffic } from './traffic';
import { backup, query, reason } from './words';

/**
 * How each parameter is found, by its name: an intent that uses these names
 * needs nothing else. Parameters of other names are found when they are a
 * choice of words.
 */
export const extractors: Readonly<Record<string, Extractor>> = {
  access,
  add,
  amount,
  app,
  application,
  at: date,
  backup,
  count,
  cpu,
  direction,
  engine,
  environment,
  factor,
  host,
  image,
  memory,
  name,
  period,
  playbook,
  query,
  reason,
  replicas,
  request,
  resource,
  role,
  schedule,
  services,
  since,
  size,
  state,
  storage,
  subject,
  target,
  team,
  tier,
  to,
  topic,
  traffic,
  ttl,
  version,
};
