import type { PlanDraft } from '@aiops-portal/plugin-aiops-agent-node';

/** What deploying a website would do. */
export function websiteDraft(
  name: string,
  extra: Partial<PlanDraft> = {},
): PlanDraft {
  const folder = `k8s-manifests/apps/marketing-dev/${name}`;
  return {
    title: 'A WordPress website and its database',
    summary: `**${name}** in marketing-dev.`,
    team: 'marketing',
    intents: [{ intent: 'deploy_application', params: { name } }],
    targets: ['environment/marketing-dev', `application/${name}`],
    values: { host: `${name}.corp.example.com` },
    edits: [{ path: `${folder}/deployment.yaml`, content: `name: ${name}\n` }],
    secrets: [
      {
        path: `teams/marketing/marketing-dev/${name}`,
        values: { password: { generate: 'password' } },
      },
    ],
    risk: 'low',
    undo: { days: 7, text: 'for 7 days' },
    steps: [
      {
        id: 'website',
        title: 'Website starting',
        watch: { kind: 'Deployment', namespace: 'marketing-dev', name },
      },
    ],
    links: [{ title: 'Open it', url: `https://${name}.corp.example.com` }],
    fields: [],
    confirmLabel: 'Yes, create it',
    acts: [
      {
        intent: 'deploy_application',
        environment: 'marketing-dev',
        team: 'marketing',
        tier: 'dev',
        creates: false,
        deletes: false,
        access: 'team',
      },
    ],
    ...extra,
  };
}
