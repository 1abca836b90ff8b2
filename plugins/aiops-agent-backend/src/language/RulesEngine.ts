import type {
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { readAct, readCourtesy, type Act, type Courtesy } from './acts';
import { OUT_OF_SCOPE } from './classifier';
import { readWhy } from './asking';
import { isSecond, readEllipsis, type Repeated } from './ellipsis';
import type { PortalLanguage } from './portalLanguage';
import type { Reading } from './types';
import { requestToUndo } from './undoing';
import { overlaps } from './text';
import { readWhilePending, type PendingCase } from './pending';

const REPLY = { yes: 'confirm', no: 'deny' } as const;
const BESIDE_A_NAME =
  /^(?:the|my|our|please|pls|one|app|site|website|environment|env|database|db)$/u;

/**
 * Knows the state of the conversation: yes and no, corrections, answers to
 * what was asked, the same again for something else, and courtesy. The only
 * engine that says yes or no.
 */
export class RulesEngine implements UnderstandingEngine {
  readonly name = 'rules';

  constructor(private readonly language: PortalLanguage) {}

  async understand(input: UnderstandInput): Promise<Understanding | undefined> {
    const reading = this.language.read(input);
    const { pending } = input;
    const answer = readAct(reading.text);
    const answers = pending && answer?.plain;
    const courtesy = answers ? undefined : readCourtesy(reading.text);
    // "Thanks" is no yes, whatever else is open.
    if (courtesy && this.saysNoMore(input, courtesy)) {
      return this.act(courtesy.act);
    }
    const again = this.again(input);
    const intent = pending && this.language.intent(pending.intent);
    if (pending && intent) {
      const second =
        again?.intent === pending.intent &&
        (pending.missing ?? []).length === 0 &&
        isSecond(again, pending.params);
      if (again && second) {
        return this.start(again);
      }
      const found = this.withPending(input, pending, readWhilePending);
      if (found) {
        return { engine: this.name, ...found };
      }
    }
    const why = input.last && readWhy(reading, input.last);
    const next = again ?? (why && { ...why, confidence: 0.9 });
    if (next) {
      return this.start(next);
    }
    // What waits isn't agreed to yet, so there is nothing to undo.
    const undone = pending ? undefined : requestToUndo(reading);
    if (undone) {
      const params = { request: undone };
      return this.start({ intent: 'show_request', params, confidence: 0.95 });
    }
    const named = this.onlyNamed(reading);
    if (named) {
      return named;
    }
    // A yes or no where nothing waits for one is told so.
    return !pending && answer?.rest === '' && this.isBare(answer, reading)
      ? {
          ...this.act('out_of_scope'),
          commands: [{ command: REPLY[answer.act] }],
        }
      : undefined;
  }

  /** A bare name asks how that is doing; it never begins a change. */
  private onlyNamed(reading: Reading): Understanding | undefined {
    const { tokens, mentions } = reading;
    const [first, ...others] = mentions.filter(
      ({ strength, kind }) => strength === 'exact' && kind !== 'team',
    );
    const isAll =
      first &&
      others.length === 0 &&
      tokens.every(
        token => overlaps(token, first) || BESIDE_A_NAME.test(token.text),
      );
    return isAll
      ? this.start({
          intent: 'show_status',
          params: { target: first.name },
          confidence: 0.6,
        })
      : undefined;
  }

  /** "Start it" and "cancel it" are wishes where no plan is on the screen. */
  private isBare({ act, off }: Act, reading: Reading): boolean {
    const { candidates, confidence } = this.language.rank(reading);
    return (
      (act === 'no' && !off) ||
      candidates[0]?.intent === OUT_OF_SCOPE ||
      confidence <= 0.75
    );
  }

  /** What stands beside a greeting or thanks is a remark, not a wish. */
  private saysNoMore(input: UnderstandInput, { act, rest }: Courtesy): boolean {
    if (rest === '') {
      return true;
    }
    const asksFor =
      /\b(?:can|could|would|will|please|need|want|make|give|show|tell|help|get|send|find)\b/iu;
    if (act === 'greet' && asksFor.test(rest)) {
      return false;
    }
    // "Thank you, that explains it."
    if (act === 'thank' && /^(?:that|this|it|you)\b[^?]{0,40}$/iu.test(rest)) {
      return true;
    }
    const reading = this.language.read({ ...input, text: rest });
    const { candidates, confidence } = this.language.rank(reading);
    return (
      !rest.includes('?') &&
      reading.tokens.length <= (act === 'thank' ? 9 : 12) &&
      reading.mentions.length === 0 &&
      (candidates[0]?.intent === OUT_OF_SCOPE || confidence < 0.7)
    );
  }

  /** Reads a message with everything that is known of what is pending. */
  private withPending<T>(
    input: UnderstandInput,
    pending: Pending,
    read: (context: PendingCase) => T | undefined,
  ): T | undefined {
    const { language } = this;
    const intent = language.intent(pending.intent);
    const reading = language.read(input);
    return (
      intent &&
      read({
        reading,
        pending,
        intent,
        ranking: language.rank(reading),
        reread: text => language.read({ ...input, text }),
        rank: each => language.rank(each),
      })
    );
  }

  /** The last wish once more, where that is what the message says. */
  private again(input: UnderstandInput): Repeated | undefined {
    const { last } = input;
    return (
      last && this.withPending(input, { ...last, missing: [] }, readEllipsis)
    );
  }

  private start({ intent, params, confidence }: Repeated): Understanding {
    return {
      engine: this.name,
      intent,
      params,
      confidence,
      commands: [{ command: 'start', intent, params }],
    };
  }

  private act(name: 'greet' | 'thank' | 'out_of_scope'): Understanding {
    return {
      engine: this.name,
      intent: name,
      params: {},
      confidence: 0.98,
      commands: [{ command: name }],
    };
  }
}
