'use client';

import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Announce, AnnounceProvider } from './announce-context.tsx';
import styles from './announced.module.css';
import { stayClear } from './keep-clear.ts';

/** Milliseconds a sentence stays, and one with a button. They begin when the mouse and the focus leave it. */
const SHOWN_FOR = 5_000;
const WITH_BUTTON_FOR = 12_000;
/** Characters that are read in that time, two lines on a phone; the milliseconds for each further one, and the most for a sentence. */
const READ_AT_ONCE = 80;
const READ_IN = 50;
const READ_FOR = 20_000;
/** Most milliseconds for the mouse or the focus: its words may be erased meanwhile. */
const HELD_FOR = 60_000;

function timeFor({ sentence, act }: Pick<Said, 'sentence' | 'act'>): number {
  const reading = SHOWN_FOR + READ_IN * Math.max(0, sentence.length - READ_AT_ONCE);
  return Math.max(act ? WITH_BUTTON_FOR : SHOWN_FOR, Math.min(READ_FOR, reading));
}

interface AnnouncedProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface Said {
  readonly sentence: string;
  readonly act?: (() => void) | undefined;
  readonly label?: string | undefined;
  /** Number of the announcement: the same sentence again is another one. */
  readonly times: number;
}

/** Nothing more is shown. */
const silence = ({ times }: Said): Said => ({ sentence: '', times });

/** Shows what its children announce. In a modal dialog the message is in the dialog: the page behind it is unreachable. */
export function Announced({ className, children }: AnnouncedProps) {
  const t = useMessages('board');
  const controls = useMessages('controls');
  const [said, setSaid] = useState<Said>({ sentence: '', times: 0 });
  const timer = useRef(0);
  const goAfter = useCallback((milliseconds: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaid(silence), milliseconds);
  }, []);
  const announce = useCallback<Announce>(
    (sentence, act, label) => {
      setSaid(({ times }) => ({ sentence, act, label, times: times + 1 }));
      goAfter(timeFor({ sentence, act }));
    },
    [goAfter],
  );
  const { sentence, act, label, times } = said;
  const held = useRef({ byMouse: false, byFocus: false });
  const dismiss = () => {
    window.clearTimeout(timer.current);
    setSaid(silence);
  };
  const hold = (how: keyof typeof held.current) => {
    held.current[how] = true;
    goAfter(HELD_FOR);
  };
  const letGo = (how: keyof typeof held.current) => {
    held.current[how] = false;
    if (!held.current.byMouse && !held.current.byFocus) goAfter(timeFor(said));
  };
  const message = useRef<HTMLDivElement>(null);
  // A button that goes away with its message loses the focus without a blur.
  useLayoutEffect(() => {
    if (!said.sentence) held.current.byMouse = false;
    if (!held.current.byFocus || message.current?.contains(document.activeElement)) return;
    held.current.byFocus = false;
    // Behind a modal dialog is the board, which must not get the next key.
    const dialog = message.current?.closest<HTMLElement>('[role=dialog]');
    if (dialog) dialog.focus();
    else catchFocus();
  }, [said]);
  useLayoutEffect(() => {
    return said.sentence && message.current ? stayClear(message.current) : undefined;
  }, [said]);
  return (
    <AnnounceProvider value={announce}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it does nothing but stay. */}
      <div
        ref={message}
        className={joinClasses(styles.announced, className)}
        data-message=""
        data-shown={sentence ? '' : undefined}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && hold('byMouse')}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && letGo('byMouse')}
        onFocus={() => hold('byFocus')}
        onBlur={() => letGo('byFocus')}
      >
        <span aria-live="polite" className={styles.spoken}>
          {/* The same sentence again is another element: otherwise screen readers stay silent. */}
          <span key={times} className={styles.sentence}>
            {sentence}
          </span>
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
