export { explain, isIll } from './answering';
export { chooseIll } from './choosing';
export { logDetail, readLog } from './logs';
