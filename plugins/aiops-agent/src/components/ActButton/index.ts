export { ActButton } from './ActButton';
