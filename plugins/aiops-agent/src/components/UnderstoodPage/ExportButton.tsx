import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions, useSentence } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './UnderstoodPage.module.css';

/** Brings the labelled messages as a file, one JSON object a line. */
export function ExportButton() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const sentenceOf = useSentence();
  const { run, pending, error } = useActions<'export'>();
  const [count, setCount] = useState<number>();

  const bring = () =>
    run('export', async () => {
      const lines = await api.exportLabelled();
      save('labelled.jsonl', lines);
      setCount(lines.split('\n').filter(Boolean).length);
    });

  return (
    <div>
      <Button
        variant="secondary"
        iconStart={<RiDownload2Line />}
        isPending={pending !== undefined}
        onPress={bring}
      >
        {t('understood.export')}
      </Button>
      <p role="status" className={styles.quiet}>
        {count !== undefined && t('understood.exported', { count })}
      </p>
      {error && (
        <p role="alert" className={styles.failed}>
          {sentenceOf(error)}
        </p>
      )}
    </div>
  );
}

function save(name: string, text: string) {
  const href = URL.createObjectURL(
    new Blob([text], { type: 'application/x-ndjson' }),
  );
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
