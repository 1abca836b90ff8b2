export { platformEntities } from './platformEntities';
export type { EntityOptions } from './types';
