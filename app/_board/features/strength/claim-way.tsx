'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { targetOf, useTextOf } from '../../core/claims/use-target.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './strength-section.module.css';

/** The text of a claim or position as a link to it; `on`: what it bears on, if that is not clear. */
export function ClaimWay({ id, on = null }: { id: string; on?: string | null }) {
  const t = useMessages('strength');
  const { select } = useViewActs();
  const target = useBoard(({ replica }) => targetOf(replica.view, id)?.kind);
  const text = useTextOf(id);
  const onText = useTextOf(on);
  return (
    <button
      type="button"
      className={styles.way}
      dir="auto"
      onClick={() => target && select({ kind: target, id })}
    >
      {excerpt(text, 120)}
      {on !== null && <span className={styles.on}>{t('unansweredOn', { text: excerpt(onText, 60) })}</span>}
    </button>
  );
}
