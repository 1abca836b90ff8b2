import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { aiopsAgentTranslationRef } from '../../translation';

/** Asks before a conversation is forgotten, since that can't be undone. */
export function ForgetDialog(props: {
  isOpen: boolean;
  onClose: () => void;
  onForget: () => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <Dialog
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={open => open || props.onClose()}
    >
      <DialogHeader>{t('assistant.forgetTitle')}</DialogHeader>
      <DialogBody>{t('assistant.forgetText')}</DialogBody>
      <DialogFooter>
        <Button variant="primary" destructive onPress={props.onForget}>
          {t('assistant.forgetYes')}
        </Button>
        <Button variant="secondary" onPress={props.onClose}>
          {t('assistant.keep')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
