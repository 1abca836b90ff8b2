import type {
  Feedback,
  Meaning,
  Understood,
  UnderstoodFilter,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  LanguageModel,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError, NotAllowedError } from '@backstage/errors';
import { labelledLines } from './labelled';
import type { UnderstoodStore } from './UnderstoodStore';
import { say } from '../../words';

/** What a message can be beside an intent. */
const DIALOGUE_ACTS = new Set(['greet', 'thank', 'out_of_scope']);

/**
 * Whether answers helped, by those who asked; and for admins how messages
 * were understood. Giving feedback on an answer lets admins read it with the
 * message that it answers; all other words stay their author's.
 */
export class Review {
  constructor(
    private readonly options: {
      store: UnderstoodStore;
      intents: { find(name: string): unknown };
      /** Groups whose members are admins. */
      adminGroups: string[];
      clock: { now(): Date };
      languageModel?(): LanguageModel | undefined;
    },
  ) {}

  /** @throws NotFoundError when the person has no such answer. */
  async rate(
    answer: { conversationId: string; messageId: string },
    feedback: Feedback | undefined,
    person: RequestingPerson,
  ): Promise<void> {
    const { store, clock } = this.options;
    const owner = person.userRef;
    await store.rate({ ...answer, owner }, feedback, clock.now());
  }

  /** Newest first. @throws NotAllowedError for all but admins. */
  async page(
    filter: UnderstoodFilter,
    person: RequestingPerson,
  ): Promise<UnderstoodPage> {
    this.mustBeAdmin(person);
    const { store, languageModel } = this.options;
    const model = languageModel?.()?.health();
    return { ...(await store.page(filter)), ...(model && { model }) };
  }

  /** Labelled messages. @throws NotAllowedError for all but admins. */
  async labelled(person: RequestingPerson): Promise<string> {
    this.mustBeAdmin(person);
    return labelledLines(await this.options.store.rated());
  }

  /**
   * Says what a message meant.
   *
   * @throws NotAllowedError for all but admins; InputError for what no message
   * can mean; NotFoundError when its author gave no feedback.
   */
  async setMeaning(
    messageId: string,
    meaning: Meaning,
    person: RequestingPerson,
  ): Promise<Understood> {
    this.mustBeAdmin(person);
    const { store, intents } = this.options;
    const { intent } = meaning;
    if (!DIALOGUE_ACTS.has(intent) && !intents.find(intent)) {
      throw new InputError(
        say`"${intent}" is nothing that a message can mean here, so nothing was kept. Choose one of the intents.`,
      );
    }
    return store.setMeaning(messageId, meaning);
  }

  private mustBeAdmin({ groups }: RequestingPerson): void {
    const { adminGroups } = this.options;
    if (!groups.some(group => adminGroups.includes(group))) {
      throw new NotAllowedError(
        say`Only platform admins may look at how messages were understood. Nothing was done.`,
      );
    }
  }
}
