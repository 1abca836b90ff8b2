/**
 * Types, permissions and the API client shared by the assistant's frontend
 * and backend.
 *
 * @packageDocumentation
 */
export * from './schema';
export * from './permissions';
export * from './signals';
export * from './names';
export * from './api';
