/** Where things live in the platform repository. */
export const environmentFolder = (environment: string) =>
  `k8s-manifests/platform/environments/${environment}`;

/** The folder of everything that runs in an environment. */
export const applicationsFolder = (environment: string) =>
  `k8s-manifests/apps/${environment}`;

/** The folder of one application, database or cache. */
export const instanceFolder = (environment: string, instance: string) =>
  `${applicationsFolder(environment)}/${instance}`;

/** Where an instance's credentials are, below the secret store's mount. */
export const secretPath = (
  team: string,
  environment: string,
  instance: string,
) => `teams/${team}/${environment}/${instance}`;

/** The file that reserves an environment's address for its first web app. */
export const reservedAddressFile = (environment: string) =>
  `${environmentFolder(environment)}/ingress.yaml`;
