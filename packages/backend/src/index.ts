import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// The pages
backend.add(import('@backstage/plugin-app-backend'));

// Who people are, and what they may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@aiops-portal/plugin-auth-backend-module-aiops-oidc'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@aiops-portal/plugin-permission-backend-module-aiops-policy'),
);

// What there is
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@aiops-portal/plugin-catalog-backend-module-gitops'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// From a sentence to a live change
backend.add(import('@aiops-portal/plugin-aiops-agent-backend'));
backend.add(import('@aiops-portal/plugin-aiops-agent-backend-module-vault'));
backend.add(import('@aiops-portal/plugin-aiops-agent-backend-module-ollama'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@aiops-portal/plugin-scaffolder-backend-module-aiops'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Telling people
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.start();
