export { RequestsRoutes } from './RequestsRoutes';
export { RequestList } from './RequestList';
