import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkAgreement } from './checkAgreement';
import { ChoiceField } from './ChoiceField';
import { PlanField } from './PlanField';

/** `ui:field: AiopsChoice` */
export const choiceField = createFormField({
  name: 'AiopsChoice',
  component: ChoiceField,
});

/** `ui:field: AiopsPlan` */
export const planField = createFormField({
  name: 'AiopsPlan',
  component: PlanField,
  validation: checkAgreement,
});
