import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiAddLine, RiHistoryLine } from '@remixicon/react';
import { useCallback, useRef, useState } from 'react';
import {
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom';
import { aiopsAgentApiRef } from '../../api';
import { useLinks, useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { Conversation } from '../Conversation';
import { FetchedPlan } from '../FetchedPlan';
import { PageFrame } from '../PageFrame';
import { PlanOrChange } from '../PlanOrChange';
import styles from './AssistantPage.module.css';
import type { AssistantState } from './assistantState';
import { History } from './History';

/** One conversation, with the others beside it. */
export function Assistant() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const to = useLinks();
  const navigate = useNavigate();
  const { conversationId } = useParams();
  const location = useLocation();
  const state = (location.state ?? {}) as AssistantState;
  // Where something else than this page proposed a plan, its link leads here.
  const planId = useSearchParams()[0].get('plan');
  const [showsHistory, setShowsHistory] = useState(false);

  const history = useLoad(
    useCallback(signal => api.listConversations({}, { signal }), [api]),
  );
  const me = useLoad(useCallback(signal => api.getMe({ signal }), [api]));

  // A new conversation is given its address while it is being held: it is the
  // same one then, and must stay as it is on the screen.
  const [fresh, setFresh] = useState(0);
  const started = useRef<string>();
  const key =
    conversationId && conversationId !== started.current
      ? conversationId
      : `new ${fresh}`;

  const open = (href: string | undefined) => {
    setShowsHistory(false);
    if (href) {
      navigate(href);
    }
  };
  const startNew = () => {
    started.current = undefined;
    setFresh(count => count + 1);
    open(to.assistant());
  };
  const forget = async (id: string) => {
    await api.deleteConversation(id);
    if (id === conversationId) {
      startNew();
    }
    history.reload();
  };

  const entityRef =
    history.value?.find(({ id }) => id === conversationId)?.entityRef ??
    state.entityRef;

  return (
    <PageFrame title={t('assistant.title')} fill>
      <div className={styles.assistant}>
        <aside
          className={styles.side}
          data-open={showsHistory}
          aria-label={t('assistant.conversations')}
        >
          <History
            conversations={history}
            current={conversationId}
            onOpen={id => open(to.conversation(id))}
            onForget={forget}
          />
        </aside>
        <section className={styles.main}>
          <header className={styles.head}>
            <h1 className={styles.title}>{t('assistant.title')}</h1>
            <span className={styles.narrowOnly}>
              <Button
                variant="tertiary"
                iconStart={<RiHistoryLine />}
                aria-expanded={showsHistory}
                onPress={() => setShowsHistory(shown => !shown)}
              >
                {t(
                  showsHistory ? 'assistant.hideHistory' : 'assistant.history',
                )}
              </Button>
            </span>
            <Button
              variant="secondary"
              iconStart={<RiAddLine />}
              aria-label={t('assistant.new')}
              onPress={startNew}
            >
              <span className={styles.wideOnly}>{t('assistant.new')}</span>
              <span className={styles.narrowOnly}>
                {t('assistant.newShort')}
              </span>
            </Button>
          </header>
          <div className={styles.conversation}>
            <Conversation
              key={key}
              conversationId={conversationId}
              entityRef={entityRef}
              firstMessage={conversationId ? undefined : state.say}
              suggestions={me.value?.suggestions}
              focusInput={!planId}
              opening={
                planId && (
                  <FetchedPlan
                    key={planId}
                    planId={planId}
                    renderPlan={plan => <PlanOrChange plan={plan} />}
                  />
                )
              }
              onStarted={id => {
                started.current = id;
                const href = to.conversation(id);
                if (href) {
                  navigate(href + location.search, { replace: true });
                }
              }}
              onTurn={history.reload}
            />
          </div>
        </section>
      </div>
    </PageFrame>
  );
}
