export { templateCardsModule, templateFormsModule } from './modules';
