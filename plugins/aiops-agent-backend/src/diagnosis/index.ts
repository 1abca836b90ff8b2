export { diagnose } from './diagnose';
export { redact } from '../secrets';
