export { ErrorNote } from './ErrorNote';
