export { permissionModuleAiopsPolicy as default } from './module';
