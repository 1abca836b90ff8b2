import type { CredentialInfo } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ChangeService } from '../changes/types';
import type { ConversationService } from '../conversation/types';
import type { IntentRunner } from '../intents';
import type { PlanService } from '../planning/types';

/** Shows credentials to those who own them. */
export interface CredentialDesk {
  /**
   * Names of the keys, never values.
   * @throws NotFoundError where there is nothing that the person may see.
   */
  describe(
    environment: string,
    name: string,
    person: RequestingPerson,
  ): Promise<CredentialInfo>;
  /**
   * The values, once, to the owner.
   * @throws NotAllowedError, ConflictError when they were shown already.
   */
  reveal(
    environment: string,
    name: string,
    person: RequestingPerson,
  ): Promise<Record<string, string>>;
}

/** Tells who a signed-in person is now. */
export interface People {
  /** @throws NotAllowedError for people the directory doesn't know. */
  resolve(userRef: string): Promise<RequestingPerson>;
}

/** What the doors lead to. They decide nothing themselves. */
export interface Services {
  conversations: ConversationService;
  intents: Pick<IntentRunner, 'run' | 'intents' | 'context' | 'isReadOnly'>;
  plans: Pick<PlanService, 'get' | 'dismiss'>;
  changes: ChangeService;
  credentials: CredentialDesk;
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
