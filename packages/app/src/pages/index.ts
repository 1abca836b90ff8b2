export { pagesModule } from './module';
