import type { ClusterApi } from '../kubernetes';
import { quantity } from '../kubernetes/values/quantity';
import type { ClusterFault, CommitFault } from './types';

const APPS = 'k8s-manifests/apps';
const SHOP_DB = { namespace: 'shop-prod', name: 'data-shop-db-0' };

/** That backups have nowhere to go; Velero asks for it. */
export const BACKUP_STORAGE_AWAY = 'backup-storage-away';

function sizeOf(
  cluster: ClusterApi,
  claim: { namespace: string; name: string },
) {
  const object = cluster.get({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    ...claim,
  });
  const size = quantity(object?.status?.capacity?.storage);
  if (!size) {
    throw new Error(
      `There is no disk ${claim.name} in ${claim.namespace} at the moment, so nothing was changed.`,
    );
  }
  return size;
}

/** What can go wrong by itself. */
export const CLUSTER_FAULTS: ClusterFault[] = [
  {
    name: 'shop-slow',
    title: 'Make the shop slow',
    about:
      'Eight times the usual visitors come to storefront: its copies use all of their processor time and answer in seconds. More copies and more processor time mend it.',
    disturbances: () => ({ visitors: { 'shop-prod/storefront': 8 } }),
  },
  {
    name: 'newsletter-memory',
    title: 'Run the newsletter out of memory',
    about:
      'The list of subscribers grows, so that newsletter needs 3.5 GiB instead of 2: it is ended and starts again and again. A limit of 4Gi mends it.',
    disturbances: () => ({
      memory: {
        'marketing-prod/newsletter': { most: '3500Mi', usual: '2500Mi' },
      },
    }),
  },
  {
    name: 'disk-full',
    title: 'Fill the disk of shop-db',
    about:
      'Its volume is written full: PostgreSQL stops with "No space left on device", and checkout-api gets no answer from it. A larger volume mends it.',
    disturbances: cluster => ({
      written: {
        [`${SHOP_DB.namespace}/${SHOP_DB.name}`]: sizeOf(cluster, SHOP_DB),
      },
    }),
  },
  {
    name: 'node-cut',
    title: 'Cut off node-3',
    about:
      'Its kubelet says nothing any more: the node is NotReady, its pods get no visitors, and after five minutes those of Deployments begin anew elsewhere.',
    disturbances: () => ({ nodes: ['node-3'] }),
  },
  {
    name: 'registry-away',
    title: 'Take the image registry away',
    about:
      'registry.corp.example.com refuses connections: what runs goes on, and what would have to fetch an image waits.',
    disturbances: () => ({ registries: ['registry.corp.example.com'] }),
  },
  {
    name: BACKUP_STORAGE_AWAY,
    title: 'Take the storage of the backups away',
    about:
      'Velero calls its storage Unavailable and refuses new backups until it is back.',
    disturbances: () => ({}),
  },
];

/** What somebody can break by a commit. */
export const COMMIT_FAULTS: CommitFault[] = [
  {
    name: 'checkout-image',
    title: 'Break the image of checkout',
    about:
      'Dev commits version 1.9.0 of checkout-api, which was never pushed: new copies wait for their image, and the old ones go on. The version before, in Git, mends it.',
    person: 'dev',
    message: 'Release checkout 1.9.0',
    path: `${APPS}/shop-prod/checkout-api/deployment.yaml`,
    place: /(image: registry\.corp\.example\.com\/shop\/checkout-api:)(\S+)/,
    bad: '1.9.0',
    application: 'env-shop-prod',
  },
  {
    name: 'shop-db-away',
    title: 'Take shop-db away',
    about:
      'Dev commits that the database of the orders has no copies: checkout-api finds nobody there and stops serving. One copy, in Git, mends it.',
    person: 'dev',
    message: 'Switch the orders database off over night',
    path: `${APPS}/shop-prod/shop-db/statefulset.yaml`,
    place: /(\n {2}replicas: )(\d+)/,
    bad: '0',
    application: 'env-shop-prod',
  },
  {
    name: 'website-away',
    title: 'Take the corporate website away',
    about:
      'Maya commits a Service that looks for pods of another name: marketing-web runs, and its visitors reach nobody. The right name, in Git, mends it.',
    person: 'maya',
    message: 'Give the website a clearer name',
    path: `${APPS}/marketing-prod/marketing-web/service.yaml`,
    place: /(selector:\n.*\n\s+app\.kubernetes\.io\/instance: )(\S+)/,
    bad: 'corporate-website',
    application: 'env-marketing-prod',
  },
];
