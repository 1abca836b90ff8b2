export { prepareApplication } from './prepare';
export { planApplication } from './plan';
export { deployApplicationParameters } from './parameters';
