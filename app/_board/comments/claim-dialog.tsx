'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { Comment, Relation } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { CharacterCount } from '../claim/character-count.tsx';
import { excerpt } from '../claim/excerpt.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import { RelationToggle } from '../claim/relation-toggle.tsx';
import targetStyles from '../claim/target-dialog.module.css';
import { usualHolder } from '../claim/use-add-argument.ts';
import { actorNow } from '../claim/use-claim.ts';
import { useTargetText } from '../claim/use-target.ts';
import { useSubmit } from '../join/join-context.tsx';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';
import { useViewActs } from '../view-state.tsx';
import { plainWords } from './plain-words.ts';

/** Makes a claim of a comment: it stands where the comment does, and stays its author's. */
export default function ClaimDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const comment = useBoard(({ replica }) => replica.view.comments.get(commentId));
  if (!comment) return null;
  return <ClaimForm comment={comment} onClose={onClose} />;
}

interface ClaimFormProps {
  readonly comment: Comment;
  readonly onClose: () => void;
}

function ClaimForm({ comment, onClose }: ClaimFormProps) {
  const t = useMessages('comments');
  const controls = useMessages('controls');
  const store = useBoardStore();
  const submit = useSubmit();
  const { select } = useViewActs();
  const { id, on, author } = comment;
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const [text, setText] = useState(() => plainWords(comment.text));
  const [chosen, setRelation] = useState<Relation>('support');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const relation = on.kind === 'link' ? 'attack' : chosen;
  const target = excerpt(useTargetText(on), 160);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const claimId = newId('c');
    const state = store.state();
    const positionId = usualHolder(state.replica.view, actorNow(state), on, relation);
    submit(
      [
        {
          type: 'claim.add',
          claimId,
          linkId: newId('l'),
          target: on,
          relation,
          positionId,
          text: text.trim(),
          comment: id,
        },
      ],
      (refusal) => {
        setProblem(refusal);
        if (refusal) return;
        onClose();
        select({ kind: 'claim', id: claimId });
      },
    );
  };
  return (
    <Dialog title={t('madeTitle')} text={t('madeText', { own: isOwn ? 'yes' : 'no' })} onClose={onClose}>
      <form className={targetStyles.form} onSubmit={send}>
        <Field label={t('madeWords')} hint={isOwn ? undefined : t('madeOthers')}>
          {(tie) => (
            <textarea
              {...tie}
              ref={focusOnMount}
              rows={4}
              dir="auto"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <CharacterCount text={text} limit={LIMITS.wordingCharacters} />
        <blockquote className={targetStyles.claim} dir="auto">
          {target}
        </blockquote>
        {on.kind !== 'link' && <RelationToggle relation={relation} onChange={setRelation} />}
        <RejectionNote rejection={problem} />
        <div className={targetStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t('madeSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
