'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { targetText } from '#domain/debate/map/target-text.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { targetOf } from '../../core/claims/use-target.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './strength-section.module.css';

/** The text of a claim or position as a link to it; `on`: what it bears on, if that is not clear. */
export function ClaimWay({ id, on = null }: { id: string; on?: string | null }) {
  const t = useMessages('strength');
  const { select } = useViewActs();
  const readable = useReadable();
  const target = useBoard(({ replica }) => targetOf(replica.view, id)?.kind);
  const text = useBoard(({ replica }) => wordsOf(replica.view, id));
  const onText = useBoard(({ replica }) => (on === null ? null : wordsOf(replica.view, on)));
  return (
    <button
      type="button"
      className={styles.way}
      dir="auto"
      onClick={() => target && select({ kind: target, id })}
    >
      {excerpt(readable(text), 120)}
      {onText !== null && (
        <span className={styles.on}>{t('unansweredOn', { text: excerpt(readable(onText), 60) })}</span>
      )}
    </button>
  );
}

function wordsOf(view: Parameters<typeof targetText>[0], id: string): string {
  const target = targetOf(view, id);
  return target ? targetText(view, target) : '';
}
