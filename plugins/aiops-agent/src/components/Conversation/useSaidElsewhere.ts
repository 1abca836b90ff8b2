import type { Message } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useEffect,
  useRef,
  type Dispatch,
  type RefObject,
  type SetStateAction,
} from 'react';
import { aiopsAgentApiRef } from '../../api';

/**
 * Shows what was said in another tab meanwhile, as soon as one returns to this
 * one: a yes is about the newest plan, which has to be on the screen.
 */
export function useSaidElsewhere(conversation: {
  id: RefObject<string | undefined>;
  /** Set while an answer is being written. */
  running: RefObject<AbortController | undefined>;
  messages: Message[];
  setMessages: Dispatch<SetStateAction<Message[]>>;
}) {
  const api = useApi(aiopsAgentApiRef);
  const { id, running, setMessages } = conversation;
  const count = useRef(0);
  useEffect(() => {
    count.current = conversation.messages.length;
  });
  useEffect(() => {
    const onReturn = async () => {
      if (!id.current || running.current) {
        return;
      }
      // Where it can't be read now, the next turn says what is the matter.
      const kept = await api.getConversation(id.current).catch(() => undefined);
      const now = kept?.messages ?? [];
      if (!running.current && now.length > count.current) {
        setMessages(now);
      }
    };
    window.addEventListener('focus', onReturn);
    return () => window.removeEventListener('focus', onReturn);
  }, [api, id, running, setMessages]);
}
