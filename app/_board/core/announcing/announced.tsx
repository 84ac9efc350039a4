'use client';

import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Announce, AnnounceProvider } from './announce-context.tsx';
import styles from './announced.module.css';
import { stayClear } from './keep-clear.ts';

/** Milliseconds a sentence stays, and one with a button. */
const SHOWN_FOR = 5_000;
const WITH_BUTTON_FOR = 12_000;

interface AnnouncedProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface Said {
  readonly sentence: string;
  readonly act?: (() => void) | undefined;
  readonly label?: string | undefined;
}

/** Shows what its children announce. In a modal dialog the message is in the dialog: the page behind it is unreachable. */
export function Announced({ className, children }: AnnouncedProps) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  const [said, setSaid] = useState<Said>({ sentence: '' });
  const timer = useRef(0);
  const announce = useCallback<Announce>((sentence, act, label) => {
    window.clearTimeout(timer.current);
    setSaid({ sentence, act, label });
    timer.current = window.setTimeout(() => setSaid({ sentence: '' }), act ? WITH_BUTTON_FOR : SHOWN_FOR);
  }, []);
  const dismiss = () => {
    window.clearTimeout(timer.current);
    setSaid({ sentence: '' });
  };
  const { sentence, act, label } = said;
  const message = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    return said.sentence && message.current ? stayClear(message.current) : undefined;
  }, [said]);
  return (
    <AnnounceProvider value={announce}>
      {children}
      <div
        ref={message}
        className={joinClasses(styles.announced, className)}
        data-message=""
        data-shown={sentence ? '' : undefined}
      >
        <span aria-live="polite" className={styles.sentence}>
          {sentence}
        </span>
        {act && (
          <Button size="small" className={styles.act} onClick={act}>
            {label ?? t('undo')}
          </Button>
        )}
        {sentence && (
          <Button
            look="quiet"
            size="small"
            className={styles.dismiss}
            aria-label={controls('dismiss')}
            onClick={dismiss}
          >
            <CloseIcon />
          </Button>
        )}
      </div>
    </AnnounceProvider>
  );
}
