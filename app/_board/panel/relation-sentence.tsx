'use client';

import type { Claim } from '#domain/debate/map/claim.ts';
import type { Link } from '#domain/debate/map/link.ts';
import { bearingOf } from '#domain/debate/map/link.ts';
import type { Position } from '#domain/debate/positions/position.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { useParentLink } from '../core/claims/use-claim.ts';
import { useTargetText } from '../core/claims/use-target.ts';
import styles from '../core/view/panel.module.css';
import { useViewActs } from '../core/view/view-state.tsx';

/** A claim's position, and its relation to what it replies to: the way up. */
export function RelationSentence({ claim, position }: { claim: Claim; position: Position | undefined }) {
  const t = useMessages('claim');
  const { select } = useViewActs();
  const link = useParentLink(claim.id);
  const target = link?.target ?? { kind: 'position', id: '' };
  const text = useTargetText(target);
  const held = position && position.id === target.id ? 'own' : 'other';
  const sentence = (of: Link) =>
    target.kind === 'position'
      ? t('onPosition', { held, relation: of.relation, target: text })
      : t('relation', { relation: bearingOf(of), target: excerpt(text, 90) });
  return (
    <p className={styles.relation}>
      {held === 'other' && (
        <span className={styles.holder} dir="auto">
          {position?.name ?? t('noPosition')}
        </span>
      )}{' '}
      {link && (
        <a
          className={held === 'own' ? `${styles.way} ${styles.holder}` : styles.way}
          href={`#${target.id}`}
          onClick={(event) => {
            event.preventDefault();
            select(target);
          }}
        >
          {sentence(link)}
        </a>
      )}
    </p>
  );
}
