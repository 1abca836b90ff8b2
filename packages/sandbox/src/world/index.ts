export { credentials } from './credentials';
export { syncAsPlatformTeam } from './firstSync';
export { ORG_FILE, readPeople, type Person } from './people';
export { readPrograms } from './programs';
export { seedSecrets } from './secrets';
