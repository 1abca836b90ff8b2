import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkAgreement } from './checkAgreement';
import { checkGiven } from './checkGiven';
import { ChoiceField } from './ChoiceField';
import { PlanField } from './PlanField';
import { TextField } from './TextField';

/** `ui:field: AiopsChoice` */
export const choiceField = createFormField({
  name: 'AiopsChoice',
  component: ChoiceField,
  validation: checkGiven('template.choose'),
});

/** `ui:field: AiopsText` */
export const textField = createFormField({
  name: 'AiopsText',
  component: TextField,
  validation: checkGiven('template.required'),
});

/** `ui:field: AiopsPlan` */
export const planField = createFormField({
  name: 'AiopsPlan',
  component: PlanField,
  validation: checkAgreement,
});
