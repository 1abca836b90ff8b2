export { kubernetesModule } from './module';
