export { startOpenId } from './server';
