export { languagesModule } from './module';
