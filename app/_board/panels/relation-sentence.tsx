'use client';

import type { Claim, Position } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { useParentLink } from '../claim/use-claim.ts';
import { bearingOf, useTargetText } from '../claim/use-target.ts';
import { useView } from '../view-state.tsx';
import styles from './panel.module.css';

/** Who holds a claim, and how it bears on what: the way up. */
export function RelationSentence({ claim, position }: { claim: Claim; position: Position | undefined }) {
  const t = useMessages('claim');
  const { select } = useView();
  const link = useParentLink(claim.id);
  const target = link?.target ?? { kind: 'position', id: '' };
  const text = useTargetText(target);
  return (
    <p className={styles.relation}>
      <span className={styles.holder} dir="auto">
        {position?.name ?? t('noPosition')}
      </span>{' '}
      {link && (
        <a
          className={styles.way}
          href={`#${target.id}`}
          onClick={(event) => {
            event.preventDefault();
            select(target);
          }}
        >
          {t('relation', { relation: bearingOf(link), target: excerpt(text, 90) })}
        </a>
      )}
    </p>
  );
}
