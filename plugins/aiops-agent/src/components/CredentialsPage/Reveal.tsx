import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import { ErrorNote } from '../ErrorNote';
import styles from './CredentialsPage.module.css';
import { SecretValue } from './SecretValue';

/**
 * The values live in this component alone: they are in no store, no address
 * and no cache, and go with it.
 */
export function Reveal(props: {
  environment: string;
  name: string;
  keys: string[];
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { pending, error, run } = useActions<'reveal'>();
  const [values, setValues] = useState<Record<string, string>>();
  const [finished, setFinished] = useState(false);
  const message = useRef<HTMLParagraphElement>(null);

  const shown = values !== undefined;
  useEffect(() => {
    if (shown || finished) {
      message.current?.focus();
    }
  }, [shown, finished]);

  const reveal = () =>
    run('reveal', async () => {
      setValues(await api.revealCredentials(props.environment, props.name));
    });

  if (finished) {
    return (
      <p ref={message} tabIndex={-1} className={styles.message}>
        {t('credentials.hidden')}
      </p>
    );
  }
  if (values) {
    return (
      <div className={styles.body}>
        <p ref={message} tabIndex={-1} className={styles.message}>
          {t('credentials.shown')}
        </p>
        <ul className={styles.values}>
          {Object.entries(values).map(([key, value]) => (
            <SecretValue key={key} name={key} value={value} />
          ))}
        </ul>
        <div>
          <ActButton
            variant="primary"
            onPress={() => {
              setValues(undefined);
              setFinished(true);
            }}
          >
            {t('credentials.done')}
          </ActButton>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.body}>
      <h2 className={styles.heading}>{t('credentials.keys')}</h2>
      <ul className={styles.keys}>
        {props.keys.map(key => (
          <li key={key}>
            <code>{key}</code>
          </li>
        ))}
      </ul>
      <p className={styles.message}>{t('credentials.ready')}</p>
      {error && <ErrorNote error={error} />}
      <div>
        <ActButton
          variant="primary"
          onPress={reveal}
          pending={pending === 'reveal'}
        >
          {t('credentials.reveal')}
        </ActButton>
      </div>
    </div>
  );
}
