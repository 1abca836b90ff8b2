export { checkFields } from './check';
export { openapiSchemas } from './openapi';
export { isProtobuf, readProtobuf } from './protobuf';
