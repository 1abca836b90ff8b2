import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useSentence } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';

/** What went wrong, in the server's own sentence, and a way to try again. */
export function ErrorNote(props: {
  error: Error;
  title?: string;
  onRetry?: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const sentenceOf = useSentence();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t('error.title')}
      description={sentenceOf(props.error)}
      customActions={
        props.onRetry && (
          <Button size="small" variant="secondary" onPress={props.onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  );
}
