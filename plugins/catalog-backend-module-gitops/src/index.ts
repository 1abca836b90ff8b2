/**
 * Catalog entities from the environments, applications and databases of the
 * GitOps repository.
 *
 * @packageDocumentation
 */
export { catalogModuleGitops as default } from './module';
