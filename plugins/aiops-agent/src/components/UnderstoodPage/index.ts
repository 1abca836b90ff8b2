export { UnderstoodPage } from './UnderstoodPage';
