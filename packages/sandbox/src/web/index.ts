export { startWeb } from './server';
export { hostsOf } from './sites';
