'use client';

import type { Link } from '#domain/debate/map/link.ts';
import { bearingOf } from '#domain/debate/map/link.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { useClaim } from '../core/claims/use-claim.ts';
import { useTargetText } from '../core/claims/use-target.ts';
import styles from '../core/view/panel.module.css';
import { RelationMark } from '../features/claims/relation-mark.tsx';
import { useClaimActs } from '../features/claims/use-claim-acts.ts';
import { CommentList } from '../features/comments/comment-list.tsx';
import { WeighBar } from '../features/strength/weigh-bar.tsx';
import { ArgumentLine } from './argument-line.tsx';
import { UndercutList } from './undercut-list.tsx';

const SchemeSection = lazyComponent(() => import('../features/schemes/scheme-section.tsx'));

/** A step from one claim to what it replies to, and the claims that say it does not follow. */
export function LinkPanel({ link }: { link: Link }) {
  const t = useMessages('panel');
  const comments = useMessages('comments');
  const from = useClaim(link.from);
  const { argue } = useClaimActs();
  const target = useTargetText(link.target);
  if (!from) return <p className={styles.none}>{t('gone')}</p>;
  return (
    <article className={styles.article}>
      <p className={styles.relation}>{t('link')}</p>
      <ul className={styles.lines}>
        <ArgumentLine claimId={from.id} />
      </ul>
      <RelationMark bearing={bearingOf(link)} />
      <p className={styles.summary} dir="auto">
        {excerpt(target, 200)}
      </p>
      <WeighBar linkId={link.id} />
      <UndercutList claim={{ ...from, parentLink: link.id }} />
      <SchemeSection linkId={link.id} onChallenge={(step) => argue(step, 'attack')} />
      <section className={styles.section}>
        <h3 className={styles.heading}>{comments('title')}</h3>
        <CommentList on={{ kind: 'link', id: link.id }} />
      </section>
    </article>
  );
}
