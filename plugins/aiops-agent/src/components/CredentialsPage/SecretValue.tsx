import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './CredentialsPage.module.css';

/** One value, to be copied. */
export function SecretValue(props: { name: string; value: string }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const [copied, setCopied] = useState<boolean>();

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setCopied(true);
    } catch {
      // Browsers refuse without a reason that would help; the way out is said.
      setCopied(false);
    }
  };

  return (
    <li className={styles.value}>
      <span className={styles.key}>{props.name}</span>
      <code className={styles.secret}>{props.value}</code>
      <Button
        variant="secondary"
        aria-label={t('credentials.copyValue', { key: props.name })}
        iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {copied ? t('credentials.copied') : t('credentials.copy')}
      </Button>
      <VisuallyHidden role="status">
        {copied && t('credentials.copiedValue', { key: props.name })}
      </VisuallyHidden>
      {copied === false && (
        <p role="alert" className={styles.failed}>
          {t('credentials.copyFailed')}
        </p>
      )}
    </li>
  );
}
