import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** How templates use the step. */
export const examples: TemplateExample[] = [
  {
    description:
      'Follows what the person agreed to in the form (the field AiopsPlan) until it is live',
    example: `steps:
  - id: follow
    name: Make the database
    action: aiops:follow-change
    input:
      planId: \${{ parameters.agreement.planId }}
      refusal: \${{ parameters.agreement.refusal }}
      language: \${{ parameters.agreement.language }}
`,
  },
  {
    description: 'Waits for two minutes at most, and links to the request',
    example: `steps:
  - id: follow
    name: Make the database
    action: aiops:follow-change
    input:
      planId: \${{ parameters.agreement.planId }}
      refusal: \${{ parameters.agreement.refusal }}
      language: \${{ parameters.agreement.language }}
      minutes: 2
output:
  links:
    - title: How it is going
      url: \${{ steps.follow.output.requestUrl }}
`,
  },
];
