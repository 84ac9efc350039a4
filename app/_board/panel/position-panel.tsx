'use client';

import type { Position } from '#domain/debate/positions/position.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { hueStyle } from '../../_ui/people/hue.ts';
import styles from '../core/view/panel.module.css';
import { CommentList } from '../features/comments/comment-list.tsx';
import { MutedNote } from '../features/notifications/muted-note.tsx';
import { StrengthLater } from '../features/strength/strength-later.tsx';
import { ArgumentColumns } from './argument-columns.tsx';
import { PositionSummary } from './position-summary.tsx';
import { RetractedList } from './retracted-list.tsx';
import { RoleNote } from './role-note.tsx';

/** A position, its summary, and what supports and attacks it. */
export function PositionPanel({ position }: { position: Position }) {
  const t = useMessages('panel');
  const comments = useMessages('comments');
  const target = { kind: 'position', id: position.id } as const;
  return (
    <article className={styles.article} style={hueStyle(position.hue)}>
      <p className={styles.relation}>{t('position')}</p>
      <h2 className={styles.wording} data-hue="" dir="auto">
        {position.name}
      </h2>
      <MutedNote id={position.id} />
      <PositionSummary position={position} />
      <StrengthLater id={position.id} tally={null} />
      <RoleNote />
      <ArgumentColumns place={target} />
      <RetractedList place={target} />
      <section className={styles.section}>
        <h3 className={styles.heading}>{comments('title')}</h3>
        <CommentList on={target} />
      </section>
    </article>
  );
}
