import { z } from 'zod';
import { phrase } from '../words';
import { clusterHealthPhrases } from './cluster-health.phrases';
import { notYet } from './not-yet';

/** The machines that everything runs on. */
export const clusterHealth = notYet({
  name: 'cluster_health',
  title: phrase`Look at the machines of the cluster`,
  risk: 'none',
  parameters: z.object({}),
  examples: clusterHealthPhrases,
  needs: [],
});
