import type { Extractor } from '../types';
import { access } from './access';
import { app } from './app';
import { add, count, direction, factor, replicas } from './count';
import { date, to, version } from './date';
import { since, ttl } from './duration';
import { engine, services } from './engine';
import { host } from './host';
import { image } from './image';
import { amount } from './money';
import { name } from './name';
import { period } from './period';
import { cpu, memory, storage } from './quantity';
import { request } from './request';
import { schedule } from './schedule';
import { size, traffic } from './size';
import { state } from './state';
import { team } from './team';
import { application, environment, target } from './thing';
import { tier } from './tier';
import { topic } from './topic';

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
  replicas,
  request,
  schedule,
  services,
  since,
  size,
  state,
  storage,
  target,
  team,
  tier,
  to,
  topic,
  traffic,
  ttl,
  version,
};
