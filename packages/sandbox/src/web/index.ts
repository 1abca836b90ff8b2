export { publishIngresses } from './ingressStatus';
export { startWeb } from './server';
export { hostsOf } from './sites';
