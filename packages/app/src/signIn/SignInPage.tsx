import { UserIdentity } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button } from '@backstage/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { portalTranslationRef } from '../translation';
import { corpAuthApiRef } from './corpAuthApiRef';
import styles from './SignInPage.module.css';
import { signInTitle } from './signInTitle';

/** What the portal is, in a sentence, and one button. */
export function SignInPage(props: SignInPageProps) {
  const { t } = useTranslationRef(portalTranslationRef);
  const config = useApi(configApiRef);
  const auth = useApi(corpAuthApiRef);
  const [searchParams] = useSearchParams();
  const [looking, setLooking] = useState(true);
  const [pending, setPending] = useState(false);
  // Where sign-in is by redirect, its failure comes back in the address.
  const [error, setError] = useState<string | undefined>(
    searchParams.get('error') ?? undefined,
  );
  const { onSignInSuccess } = props;

  const signIn = useCallback(
    async (how: { optional: true } | { instantPopup: true }) => {
      const response = await auth.getBackstageIdentity(how);
      if (response) {
        onSignInSuccess(
          UserIdentity.create({ identity: response.identity, authApi: auth }),
        );
      }
      return response !== undefined;
    },
    [auth, onSignInSuccess],
  );

  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) {
      return;
    }
    looked.current = true;
    signIn({ optional: true }).then(
      found => setLooking(found),
      caught => {
        setError(caught.message);
        setLooking(false);
      },
    );
  }, [signIn]);

  const press = async () => {
    if (pending) {
      return;
    }
    setPending(true);
    setError(undefined);
    try {
      await signIn({ instantPopup: true });
    } catch (caught) {
      const { name, message } = caught as Error;
      setError(
        name === 'PopupRejectedError'
          ? t('signIn.rejected')
          : t('signIn.failed', { reason: message }),
      );
    }
    setPending(false);
  };

  const company = config.getOptionalString('organization.name');
  const title = signInTitle(config);
  return (
    <main className={styles.page}>
      {looking ? (
        <p role="status" className={styles.looking}>
          {t('signIn.waiting')}
        </p>
      ) : (
        <div className={styles.card}>
          {company && <p className={styles.company}>{company}</p>}
          <h1 className={styles.title}>
            {config.getOptionalString('app.title')}
          </h1>
          <p className={styles.purpose}>{t('signIn.purpose')}</p>
          {error && <Alert role="alert" status="danger" icon title={error} />}
          <Button variant="primary" className={styles.button} onPress={press}>
            {pending ? t('signIn.pending') : title ?? t('signIn.title')}
          </Button>
        </div>
      )}
    </main>
  );
}
