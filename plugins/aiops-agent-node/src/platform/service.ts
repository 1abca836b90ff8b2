import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { gitRepositoryServiceRef } from '../git';
import { PlatformReader } from './PlatformReader';

/**
 * The platform repository as a model, read once a commit for all plugins and
 * modules of the backend.
 */
export const platformReaderServiceRef = createServiceRef<PlatformReader>({
  id: 'aiops-agent.platform-reader',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { git: gitRepositoryServiceRef },
      factory: ({ git }) => new PlatformReader(git),
    }),
});
