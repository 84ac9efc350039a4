'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { catchFocus } from '#app/_ui/focus/catch-focus.ts';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { DismissAllDialog } from './dismiss-all-dialog.tsx';
import { gatherRefused } from './gather-refused.ts';
import { RefusedGroupItem } from './refused-group.tsx';
import styles from './refused-tray.module.css';
import { useMayTry } from './use-may-try.ts';
import { useRefusedActs } from './use-refused-acts.ts';
import { useRefusedWords } from './use-refused-words.ts';
import { useTrayFold } from './use-tray-fold.ts';

/** Number above which rejections are folded by subject, except the first. */
const FEW = 4;

/** Milliseconds for which rejections are collected into one sentence for screen readers. */
const GATHERED_FOR = 1_500;

/** Operations rejected by the server: what, why, the text, and remedies, until their author has dealt with them. */
export function RefusedTray() {
  const t = useMessages('rejected');
  const refused = useBoard((state) => state.refused);
  const view = useBoard(({ replica }) => replica.view);
  const shown = useViewPart((parts) => parts.view);
  const groups = useMemo(() => gatherRefused(refused, view), [refused, view]);
  const { isOpen, toggle, makeWay } = useTrayFold();
  const { tryAgain, copy, dismiss } = useRefusedActs();
  const { asText } = useRefusedWords();
  const [asks, setAsks] = useState(false);
  const mayTry = useMayTry();
  const fold = useKeptFocus(refused.length);
  const body = useId();
  const goTo = () => {
    // The focused element is hidden then.
    if (makeWay()) fold.current?.focus();
  };
  useEffect(() => catchFocus, []);
  if (refused.length === 0) return null;
  const title = t('title', { count: refused.length });
  return (
    <section
      className={styles.tray}
      aria-label={title}
      data-view={shown}
      data-open={isOpen ? '' : undefined}
      data-refused=""
    >
      <Spoken sentence={title} />
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button
          ref={fold}
          look={isOpen ? 'quiet' : 'plain'}
          size="small"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={toggle}
        >
          {isOpen ? t('fold') : t('unfold', { count: refused.length })}
        </Button>
      </div>
      <div id={body} className={styles.body} hidden={!isOpen}>
        <p className={styles.text}>{t('text')}</p>
        {refused.length > 1 && (
          <Row>
            {mayTry && (
              <Button size="small" onClick={() => tryAgain(refused)}>
                {t('againAll')}
              </Button>
            )}
            <Button size="small" onClick={() => copy(asText(groups))}>
              {t('copyAll')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setAsks(true)}>
              {t('dismissAll')}
            </Button>
          </Row>
        )}
        <ul className={styles.groups}>
          {groups.map((group, index) => (
            <RefusedGroupItem
              key={group.key}
              group={group}
              onGo={goTo}
              folds={groups.length > 1}
              startsOpen={index === 0 || refused.length <= FEW}
            />
          ))}
        </ul>
      </div>
      {asks && (
        <DismissAllDialog
          count={refused.length}
          onCopy={() => copy(asText(groups))}
          onDismiss={() => dismiss(refused)}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
}

/** When the focused rejection is dealt with, the focus stays in the tray. */
function useKeptFocus(count: number) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    const { activeElement } = document;
    if (isFewer && (activeElement === null || activeElement === document.body)) button.current?.focus();
  }, [count]);
  return button;
}

/** Announces the number once no more arrive, not each of them. */
function Spoken({ sentence }: { sentence: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(sentence), GATHERED_FOR);
    return () => window.clearTimeout(timer);
  }, [sentence]);
  return (
    <div role="status">
      <VisuallyHidden>{said}</VisuallyHidden>
    </div>
  );
}
