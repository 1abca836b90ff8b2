export * from './jsonFile';
