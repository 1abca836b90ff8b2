import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiSendPlane2Fill, RiStopFill } from '@remixicon/react';
import { forwardRef, useId, type FormEvent, type KeyboardEvent } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './MessageBar.module.css';

/** Characters that the server takes. */
const LONGEST = 4_000;

interface MessageBarProps {
  text: string;
  answering: boolean;
  onText: (text: string) => void;
  onSend: (text: string) => void;
  onStop: () => void;
}

/** Where one types. Enter sends; Send is Stop while an answer is written. */
export const MessageBar = forwardRef<HTMLTextAreaElement, MessageBarProps>(
  (props, ref) => {
    const { t } = useTranslationRef(aiopsAgentTranslationRef);
    const hintId = useId();
    const { text, answering } = props;
    const tooLong = text.length > LONGEST;
    const sendable = text.trim() !== '' && !tooLong && !answering;

    const send = () => {
      if (sendable) {
        props.onSend(text.trim());
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // While an input method composes, Enter chooses a word. Safari ends the
      // composition before the key arrives and says so by its code alone.
      const composing =
        event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
      if (event.key === 'Enter' && !event.shiftKey && !composing) {
        event.preventDefault();
        send();
      }
    };
    const onSubmit = (event: FormEvent) => {
      event.preventDefault();
      send();
    };

    return (
      <form className={styles.bar} onSubmit={onSubmit}>
        <textarea
          ref={ref}
          className={styles.input}
          rows={1}
          aria-label={t('conversation.message')}
          aria-describedby={hintId}
          aria-invalid={tooLong}
          placeholder={t('conversation.placeholder')}
          value={text}
          onChange={event => props.onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span id={hintId} className={tooLong ? styles.wrong : styles.hint}>
          {tooLong
            ? t('conversation.tooLong', {
                length: String(text.length),
                max: String(LONGEST),
              })
            : t('conversation.hint')}
        </span>
        {answering ? (
          <ButtonIcon
            type="button"
            variant="primary"
            aria-label={t('conversation.stop')}
            icon={<RiStopFill />}
            onPress={props.onStop}
          />
        ) : (
          <ButtonIcon
            type="submit"
            variant="primary"
            aria-label={t('conversation.send')}
            icon={<RiSendPlane2Fill />}
            isDisabled={!sendable}
          />
        )}
      </form>
    );
  },
);
MessageBar.displayName = 'MessageBar';
