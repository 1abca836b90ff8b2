export { credentials } from './credentials';
export { ORG_FILE, readPeople, type Person } from './people';
export { seedSecrets } from './secrets';
