import type {
  Feedback,
  Message,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { aiopsAgentTranslationRef } from '../../translation';
import { afterTurn, openPlansOf, withPlan } from './planStates';
import { spoken } from './spoken';
import { useFrameBatch } from './useFrameBatch';
import { useSaidElsewhere } from './useSaidElsewhere';

interface ConversationOptions {
  /** None yet: it begins with the first message. */
  conversationId?: string;
  entityRef?: string;
  onStarted?: (conversationId: string) => void;
  /** A turn has ended, well or not. */
  onTurn?: () => void;
}

/** A message that got no answer, to be tried again. */
interface FailedTurn {
  text: string;
  messageId: string;
  error: Error;
}

/** The messages of a conversation, and the turn that is being written. */
export function useConversation(options: ConversationOptions) {
  const api = useApi(aiopsAgentApiRef);
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  // The one it was opened with: a new conversation that is given its id must
  // not be loaded over what is on the screen.
  const [openedWith] = useState(options.conversationId);
  const id = useRef(openedWith);
  const running = useRef<AbortController>();
  const localIds = useRef(0);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const [messages, setMessages] = useState<Message[]>([]);
  const [loading, setLoading] = useState(openedWith !== undefined);
  const [loadError, setLoadError] = useState<Error>();
  const [answering, setAnswering] = useState(false);
  const [failed, setFailed] = useState<FailedTurn>();
  const [announcement, setAnnouncement] = useState('');
  const { value: written, push, clear } = useFrameBatch('');

  const load = useCallback(async () => {
    if (!openedWith) {
      return;
    }
    setLoading(true);
    setLoadError(undefined);
    try {
      const conversation = await api.getConversation(openedWith);
      setMessages(conversation.messages ?? []);
    } catch (error) {
      setLoadError(error as Error);
    }
    setLoading(false);
  }, [api, openedWith]);
  useEffect(() => {
    load();
  }, [load]);
  useSaidElsewhere({ id, running, messages, setMessages });

  const settle = useCallback(
    async (turn: Turn, before: Message[]) => {
      const open = openPlansOf(before);
      setMessages(current => [...afterTurn(current, turn), turn.message]);
      setAnnouncement(spoken(turn.message));
      // A plan may have been declined in words, which only the server knows.
      const plans = await Promise.allSettled(
        open.map(plan => api.getPlan(plan.id)),
      );
      for (const plan of plans) {
        // Where one can't be read it stays as shown; agreeing to it is
        // checked by the server in any case.
        if (plan.status === 'fulfilled') {
          setMessages(current => withPlan(current, plan.value));
        }
      }
    },
    [api],
  );

  const say = useCallback(
    async (text: string): Promise<'answered' | 'stopped' | 'failed'> => {
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      localIds.current += 1;
      let messageId = `local-${localIds.current}`;
      const mine: Message = {
        id: messageId,
        role: 'user',
        text,
        at: new Date().toISOString(),
      };
      setFailed(undefined);
      setAnswering(true);
      setMessages(current => [...current, mine]);
      const before = messages;
      let soFar = '';
      try {
        const { entityRef } = latest.current;
        if (!id.current) {
          const started = await api.startConversation(
            { entityRef },
            { signal },
          );
          id.current = started.id;
          latest.current.onStarted?.(started.id);
        }
        for await (const event of api.sendMessage(
          id.current,
          { text, entityRef },
          { signal },
        )) {
          if (event.type === 'started') {
            const from = messageId;
            const kept = event.userMessageId ?? from;
            messageId = kept;
            setMessages(current =>
              current.map(message =>
                message.id === from ? { ...message, id: kept } : message,
              ),
            );
          } else if (event.type === 'delta') {
            soFar += event.text;
            push(soFar);
          } else {
            await settle(event.turn, before);
          }
        }
        return 'answered';
      } catch (error) {
        if (!signal.aborted) {
          setFailed({ text, messageId, error: error as Error });
          return 'failed';
        }
        setMessages(current => [
          ...current,
          {
            id: `${messageId}-stopped`,
            role: 'assistant',
            text: soFar,
            at: new Date().toISOString(),
            stopped: true,
          },
        ]);
        setAnnouncement(t('conversation.stoppedAnnouncement'));
        return 'stopped';
      } finally {
        running.current = undefined;
        clear();
        setAnswering(false);
        latest.current.onTurn?.();
      }
    },
    [api, clear, messages, push, settle, t],
  );

  const retry = useCallback(async () => {
    if (failed) {
      setMessages(current =>
        current.filter(message => message.id !== failed.messageId),
      );
      await say(failed.text);
    }
  }, [failed, say]);

  const stop = useCallback(() => running.current?.abort(), []);

  const rate = useCallback(
    async (messageId: string, feedback: Feedback | undefined) => {
      // An answer is there, so the conversation has begun.
      const message = { conversationId: id.current!, messageId };
      if (feedback) {
        await api.giveFeedback(message, feedback);
      } else {
        await api.withdrawFeedback(message);
      }
    },
    [api],
  );

  return {
    messages,
    loading,
    loadError,
    load,
    answering,
    written,
    failed,
    announcement,
    say,
    retry,
    stop,
    rate,
  };
}
