'use client';

import { useState } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import type { Selectors } from '#domain/debate/sources/passage-place.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { actorNow, usePositions } from '../../core/claims/use-claim.ts';
import { useTargetText } from '../../core/claims/use-target.ts';
import { usualHolder } from '../../core/commands/use-add-argument.ts';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { RelationToggle } from '../../core/forms/relation-toggle.tsx';
import { WordingField } from '../../core/forms/wording-field.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './evidence.module.css';

interface ClaimFromPassageProps {
  readonly sourceId: string;
  readonly selectors: Selectors;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Turns a passage into a claim: initially in its words, below the selected claim or a position, and citing the passage. */
export function ClaimFromPassage({ sourceId, selectors, onMade, onClose }: ClaimFromPassageProps) {
  const t = useMessages('evidence');
  const announce = useAnnounce();
  const store = useBoardStore();
  const { select } = useViewActs();
  const positions = usePositions();
  const selected = useViewPart((parts) => parts.selected);
  const [text, setText] = useState(() => [...selectors.exact].slice(0, LIMITS.wordingCharacters).join(''));
  const chosen = selected?.kind === 'claim' ? selected : null;
  const chosenText = useTargetText(chosen);
  const [under, setUnder] = useState(() => {
    const position = positions.find(({ id }) => id === selected?.id) ?? positions[0];
    return chosen?.id ?? position?.id ?? '';
  });
  const [relation, setRelation] = useState<Relation>('support');
  const [claimId] = useState(() => newId('c'));
  const ask = (): Operation[] => {
    const state = store.state();
    const isClaim = state.replica.view.claims.has(under);
    const target: Target = { kind: isClaim ? 'claim' : 'position', id: under };
    const positionId = usualHolder(state.replica.view, actorNow(state), target, relation);
    const added = { claimId, linkId: newId('l'), target, relation, positionId, text: text.trim() };
    const passages = [{ id: newId('q'), ...selectors }];
    return [
      { type: 'claim.add', ...added },
      { type: 'claim.cite', claimId, sourceId, passages },
    ];
  };
  const show = () => {
    announce(t('made'));
    onMade();
    select({ kind: 'claim', id: claimId });
  };
  return (
    <AskingDialog
      title={t('makeTitle')}
      submitLabel={t('makeSubmit')}
      isReady={text.trim() !== ''}
      ask={ask}
      onAsked={show}
      onClose={onClose}
    >
      <blockquote className={styles.quote} dir="auto">
        {excerpt(selectors.exact, 300)}
      </blockquote>
      <WordingField label={t('wording')} text={text} onChange={setText} />
      <Field label={t('under')}>
        {(tie) => (
          <select {...tie} value={under} onChange={(event) => setUnder(event.target.value)}>
            {chosen && (
              <option value={chosen.id}>{t('citeForThis', { text: excerpt(chosenText, 60) })}</option>
            )}
            {positions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <RelationToggle relation={relation} onChange={setRelation} />
    </AskingDialog>
  );
}
