/**
 * Template steps that follow what a person agreed to in a template's form.
 *
 * @packageDocumentation
 */
export { scaffolderModuleAiops as default } from './module';
