import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkAgreement } from './checkAgreement';
import { ChoiceField } from './ChoiceField';
import { PlanField } from './PlanField';
import { TextField } from './TextField';

/** `ui:field: AiopsChoice` */
export const choiceField = createFormField({
  name: 'AiopsChoice',
  component: ChoiceField,
});

/** `ui:field: AiopsText` */
export const textField = createFormField({
  name: 'AiopsText',
  component: TextField,
});

/** `ui:field: AiopsPlan` */
export const planField = createFormField({
  name: 'AiopsPlan',
  component: PlanField,
  validation: checkAgreement,
});
