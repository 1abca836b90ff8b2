export * from './types';
export {
  CedarPolicyService,
  type CedarPolicyOptions,
} from './CedarPolicyService';
