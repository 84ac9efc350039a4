'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Selectors } from '../../../domain/debate/passage-place.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { Relation, Target } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { CharacterCount } from '../claim/character-count.tsx';
import { excerpt } from '../claim/excerpt.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import dialogStyles from '../claim/target-dialog.module.css';
import { usePositions } from '../claim/use-claim.ts';
import { targetText } from '../claim/use-target.ts';
import { useSubmit } from '../join/join-context.tsx';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import styles from './evidence.module.css';

interface ClaimFromPassageProps {
  readonly sourceId: string;
  readonly selectors: Selectors;
  readonly onClose: (isMade: boolean) => void;
}

/** Makes a claim of a passage: in its words to begin with, under what is chosen or under a position, and citing it. */
export function ClaimFromPassage({ sourceId, selectors, onClose }: ClaimFromPassageProps) {
  const t = useMessages('evidence');
  const controls = useMessages('controls');
  const announce = useAnnounce();
  const submit = useSubmit();
  const store = useBoardStore();
  const { select } = useViewActs();
  const positions = usePositions();
  const selected = useViewPart((parts) => parts.selected);
  const view = useBoard(({ replica }) => replica.view);
  const [text, setText] = useState(() => [...selectors.exact].slice(0, LIMITS.wordingCharacters).join(''));
  const chosen = selected?.kind === 'claim' ? selected : null;
  const [under, setUnder] = useState(chosen?.id ?? selected?.id ?? positions[0]?.id ?? '');
  const [relation, setRelation] = useState<Relation>('support');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isClaim = store.state().replica.view.claims.has(under);
    const target: Target = { kind: isClaim ? 'claim' : 'position', id: under };
    const claimId = newId('c');
    const added = { claimId, linkId: newId('l'), target, relation, positionId: null, text: text.trim() };
    const passages = [{ id: newId('q'), ...selectors }];
    submit(
      [
        { type: 'claim.add', ...added },
        { type: 'claim.cite', claimId, sourceId, passages },
      ],
      (refusal) => {
        if (refusal) return setProblem(refusal);
        announce(t('made'));
        onClose(true);
        select({ kind: 'claim', id: claimId });
      },
    );
  };
  return (
    <Dialog title={t('makeTitle')} onClose={() => onClose(false)}>
      <form className={dialogStyles.form} onSubmit={send}>
        <blockquote className={styles.quote} dir="auto">
          {excerpt(selectors.exact, 300)}
        </blockquote>
        <Field label={t('wording')}>
          {(tie) => (
            <textarea
              {...tie}
              ref={focusOnMount}
              dir="auto"
              rows={4}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <CharacterCount text={text} limit={LIMITS.wordingCharacters} />
        <Field label={t('under')}>
          {(tie) => (
            <select {...tie} value={under} onChange={(event) => setUnder(event.target.value)}>
              {chosen && (
                <option value={chosen.id}>
                  {t('citeForThis', { text: excerpt(targetText(view, chosen) ?? '', 60) })}
                </option>
              )}
              {positions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('relation')}>
          {(tie) => (
            <select
              {...tie}
              value={relation}
              onChange={(event) => setRelation(event.target.value === 'attack' ? 'attack' : 'support')}
            >
              <option value="support">{t('support')}</option>
              <option value="attack">{t('attack')}</option>
            </select>
          )}
        </Field>
        <RejectionNote rejection={problem} />
        <div className={dialogStyles.buttons}>
          <Button look="quiet" onClick={() => onClose(false)}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={text.trim() === ''}>
            {t('makeSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
