import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './CopyButton.module.css';

/** Copies a text, and says whether that worked. */
export function CopyButton(props: {
  /** What is copied, as it is called: `password`, `Log`. */
  name: string;
  text: string;
  variant?: 'secondary' | 'tertiary';
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const [copied, setCopied] = useState<boolean>();
  const { name, text, variant = 'secondary' } = props;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers refuse without a reason that would help; the way out is said.
      setCopied(false);
    }
  };

  return (
    <>
      <Button
        variant={variant}
        aria-label={t('copy.it', { name })}
        iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {copied ? t('copy.copied') : t('copy.copy')}
      </Button>
      <VisuallyHidden role="status">
        {copied && t('copy.copiedIt', { name })}
      </VisuallyHidden>
      {copied === false && (
        <p role="alert" className={styles.failed}>
          {t('copy.failed')}
        </p>
      )}
    </>
  );
}
