import type { Me } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import type { AssistantState } from '../AssistantPage';
import { RequestList } from '../RequestsPage';
import { Suggestions } from '../Suggestions';
import { Surface } from '../Surface';
import styles from './HomePage.module.css';
import { Starts } from './Starts';
import { TeamCard } from './TeamCard';
import { Things } from './Things';

/** The first of the names, as one is greeted. */
function calledBy(displayName: string): string {
  return displayName.trim().split(/\s+/)[0];
}

/** What a person has and how it is; for those with nothing, how to begin. */
export function Home(props: { me: Me }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const navigate = useNavigate();
  const to = useLinks();
  const { me } = props;

  const say = (text?: string) => {
    const href = to.assistant();
    if (href) {
      const state: AssistantState = text ? { say: text } : {};
      navigate(href, { state });
    }
  };

  const owns =
    me.environments.length + me.applications.length + me.databases.length > 0;
  const currency = me.teams.find(team => team.budget)?.budget?.currency;
  const suggestions =
    me.suggestions.length > 0
      ? me.suggestions
      : [{ text: t('home.exampleText') }];

  const example = (
    <Surface as="section" aria-label={t('home.example')}>
      <p className={styles.label}>{t('home.example')}</p>
      <Suggestions suggestions={suggestions} onSay={say} />
    </Surface>
  );
  const requests = me.changes.length > 0 && (
    <Surface as="section" aria-labelledby="home-requests">
      <h2 id="home-requests" className={styles.heading}>
        {t('home.changes')}
      </h2>
      <RequestList changes={me.changes} />
    </Surface>
  );

  return (
    <div className={styles.home}>
      <header>
        <h1 className={styles.title}>
          {t('home.welcome', { name: calledBy(me.person.displayName) })}
        </h1>
        <p className={styles.lead}>
          {owns ? t('home.something') : t('home.nothingYet')}
        </p>
      </header>
      {owns ? (
        <>
          {requests}
          <Things me={me} currency={currency} />
          <section aria-labelledby="home-start" className={styles.section}>
            <h2 id="home-start" className={styles.heading}>
              {t('home.start')}
            </h2>
            <Starts onSay={say} />
          </section>
          {example}
        </>
      ) : (
        <>
          <Starts onSay={say} />
          {example}
          {requests}
        </>
      )}
      <div className={styles.teams}>
        {me.teams.map(team => (
          <TeamCard key={team.team} room={team} />
        ))}
      </div>
      {me.teams.length === 0 && (
        <p className={styles.lead}>{t('home.noTeam')}</p>
      )}
    </div>
  );
}
