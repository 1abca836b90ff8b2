export { TextView } from './TextView';
