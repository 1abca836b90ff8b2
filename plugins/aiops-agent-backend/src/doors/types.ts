import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ChangeService } from '../changes/types';
import type { Review } from '../conversation';
import type { ConversationService } from '../conversation/types';
import type { IntentRunner } from '../intents';
import type { PlanService } from '../planning/types';
import type { CredentialService } from '../secrets';

/** Tells who a signed-in person is now. */
export interface People {
  /** @throws NotAllowedError for people the directory doesn't know. */
  resolve(userRef: string): Promise<RequestingPerson>;
}

/** What the doors lead to. They decide nothing themselves. */
export interface Services {
  conversations: ConversationService;
  review: Pick<Review, 'rate' | 'page' | 'labelled' | 'setMeaning'>;
  intents: Pick<IntentRunner, 'run' | 'intents' | 'context' | 'isReadOnly'>;
  plans: Pick<PlanService, 'get' | 'dismiss'>;
  changes: ChangeService;
  credentials: CredentialService;
}

/** What the REST interface is made of. */
export interface RouterDeps {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  people: People;
  services: Services;
  logger: LoggerService;
  clock(): Date;
  randomId(): string;
}

/** What the registered actions are made of. */
export interface ActionDeps {
  auth: AuthService;
  permissions: PermissionsService;
  people: People;
  services: Services;
  /** Where people open the portal: `app.baseUrl`. */
  portalUrl: string;
}
