import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiBox3Line,
  RiChatSmile2Line,
  RiUploadCloud2Line,
} from '@remixicon/react';
import { useId, type ReactElement } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './HomePage.module.css';

/** The three ways to begin; each opens a conversation. */
export function Starts(props: { onSay: (text?: string) => void }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <div className={styles.starts}>
      <Start
        icon={<RiBox3Line aria-hidden />}
        title={t('home.environment.title')}
        text={t('home.environment.text')}
        onPress={() => props.onSay(t('home.environment.say'))}
      />
      <Start
        icon={<RiUploadCloud2Line aria-hidden />}
        title={t('home.app.title')}
        text={t('home.app.text')}
        onPress={() => props.onSay(t('home.app.say'))}
      />
      <Start
        icon={<RiChatSmile2Line aria-hidden />}
        title={t('home.ask.title')}
        text={t('home.ask.text')}
        onPress={() => props.onSay()}
      />
    </div>
  );
}

function Start(props: {
  icon: ReactElement;
  title: string;
  text: string;
  onPress: () => void;
}) {
  const textId = useId();
  return (
    <div className={styles.start}>
      <span className={styles.icon}>{props.icon}</span>
      <button
        type="button"
        className={styles.startTitle}
        aria-describedby={textId}
        onClick={props.onPress}
      >
        {props.title}
      </button>
      <span id={textId} className={styles.startText}>
        {props.text}
      </span>
    </div>
  );
}
