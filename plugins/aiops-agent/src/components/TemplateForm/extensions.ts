import {
  FormDecoratorBlueprint,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { agreeAtCreate } from './agreeAtCreate';

/** What the templates' forms are made of; see the README. */
export const templateFormExtensions = [
  FormFieldBlueprint.make({
    name: 'choice',
    params: { field: () => import('.').then(form => form.choiceField) },
  }),
  FormFieldBlueprint.make({
    name: 'text',
    params: { field: () => import('.').then(form => form.textField) },
  }),
  FormFieldBlueprint.make({
    name: 'plan',
    params: { field: () => import('.').then(form => form.planField) },
  }),
  FormDecoratorBlueprint.make({
    name: 'agree',
    params: { decorator: agreeAtCreate },
  }),
];
