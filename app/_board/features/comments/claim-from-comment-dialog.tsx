'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Comment } from '#domain/debate/comments/comment.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { actorNow } from '../../core/claims/use-claim.ts';
import { useTargetText } from '../../core/claims/use-target.ts';
import { usualHolder } from '../../core/commands/use-add-argument.ts';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { RelationToggle } from '../../core/forms/relation-toggle.tsx';
import targetStyles from '../../core/forms/target-dialog.module.css';
import { WordingField } from '../../core/forms/wording-field.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import { plainWords } from './plain-words.ts';

/** Dialog that turns a comment into a claim: it is placed where the comment is, and keeps its author. */
export default function ClaimFromCommentDialog({
  commentId,
  onClose,
}: {
  commentId: string;
  onClose: () => void;
}) {
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
  const store = useBoardStore();
  const { select } = useViewActs();
  const { id, on, author } = comment;
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const [text, setText] = useState(() => plainWords(comment.text));
  const [chosen, setRelation] = useState<Relation>('support');
  const relation = on.kind === 'link' ? 'attack' : chosen;
  const target = excerpt(useTargetText(on), 160);

  const added = () => {
    const state = store.state();
    return {
      type: 'claim.add',
      claimId: newId('c'),
      linkId: newId('l'),
      target: on,
      relation,
      positionId: usualHolder(state.replica.view, actorNow(state), on, relation),
      text: text.trim(),
      comment: id,
    } as const;
  };
  return (
    <AskingDialog
      title={t('madeTitle')}
      text={t('madeText', { own: isOwn ? 'yes' : 'no' })}
      submitLabel={t('madeSubmit')}
      ask={() => [added()]}
      onAsked={([claim]) => claim?.type === 'claim.add' && select({ kind: 'claim', id: claim.claimId })}
      onClose={onClose}
    >
      <WordingField
        label={t('madeWords')}
        hint={isOwn ? undefined : t('madeOthers')}
        text={text}
        onChange={setText}
      />
      <blockquote className={targetStyles.claim} dir="auto">
        {target}
      </blockquote>
      {on.kind !== 'link' && <RelationToggle relation={relation} onChange={setRelation} />}
    </AskingDialog>
  );
}
