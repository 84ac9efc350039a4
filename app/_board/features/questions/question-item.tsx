'use client';

import { memo, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Question } from '#domain/debate/questions/question.ts';
import { supportOf } from '#domain/debate/questions/questions.ts';
import { isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import { isSupporter } from '#domain/debate/votes/support.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { usePerform } from '../../core/commands/use-perform.ts';
import { ChoiceWithButton } from '../../core/forms/choice-with-button.tsx';
import { HiddenNote } from '../../core/moderation/hidden-note.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './questions.module.css';
import { openQuestions, useIsSupportHidden, useMergedQuestions } from './use-questions.ts';

/** Characters by which a question is recognized in the name of a button. */
const SHOWN = 60;

/** The questions of a list that was not used yet. */
const NONE: ReadonlyMap<string, Question> = new Map();

interface ItemProps {
  readonly question: Question;
  /** True if others wait for an answer: it can be merged into one of them. */
  readonly hasOthers: boolean;
  /** Called with an act that takes the question from its list. */
  readonly onLeave: () => void;
}

/**
 * One question with its support, its author, and what the viewer may do about it. It is drawn again only when it changes: in a full room
 * others are supported every moment.
 */
export const QuestionItem = memo(function QuestionItem({ question, hasOthers, onLeave }: ItemProps) {
  const t = useMessages('questions');
  const readable = useReadable();
  const { id, text, author, pinned, answered } = question;
  const isOnStage = useIsOnStage(id);
  return (
    <li className={styles.item} tabIndex={-1} data-question={id} data-pinned={pinned ? '' : undefined}>
      <Support question={question} />
      <div className={styles.said}>
        <p className={styles.text} dir="auto">
          {readable(text)}
        </p>
        <p className={styles.meta}>
          <span dir="auto">
            <PersonName id={author} />
          </span>
          {isOnStage && <strong>{t('onStage')}</strong>}
          {pinned && <span>{t('pinned')}</span>}
          {answered && <span>{t('answered')}</span>}
        </p>
        <AlsoAsked questionId={id} />
        <HiddenNote id={id} author={author} />
        <Acts question={question} hasOthers={hasOthers} onLeave={onLeave} isOnStage={isOnStage} />
      </div>
    </li>
  );
});

/** Supports the question, or takes that back; with the number of people who do. */
function Support({ question }: { question: Question }) {
  const t = useMessages('questions');
  const readable = useReadable();
  const submit = useSubmit();
  const { id: questionId, text } = question;
  const isHidden = useIsSupportHidden();
  const maySupport = useMay('question.support') && !question.answered;
  const supports = useBoard(
    ({ replica: { view, participantId } }) =>
      participantId !== null && isSupporter(view, questionId, participantId),
  );
  const count = supportOf(question);
  const shown = isHidden ? null : <span className={styles.count}>{count}</span>;
  if (!maySupport)
    return (
      <p className={styles.vote} role="img" aria-label={isHidden ? undefined : t('supported', { count })}>
        {shown}
      </p>
    );
  const said = excerpt(readable(text), SHOWN);
  return (
    <button
      type="button"
      className={styles.vote}
      aria-pressed={supports}
      aria-label={isHidden ? t('supportHidden', { text: said }) : t('support', { text: said, count })}
      onClick={(event) =>
        isRepeatedClick(event) || submit([{ type: 'question.support', questionId, supported: !supports }])
      }
    >
      <span aria-hidden="true">▲</span>
      {shown}
    </button>
  );
}

/** The questions that were merged into this one. */
function AlsoAsked({ questionId }: { questionId: string }) {
  const t = useMessages('questions');
  const submit = useSubmit();
  const readable = useReadable();
  const maySeparate = useMay('question.merge');
  const merged = useMergedQuestions(questionId);
  if (merged.length === 0) return null;
  return (
    <details className={styles.also}>
      <summary>{t('merged', { count: merged.length })}</summary>
      <ul aria-label={t('mergedOnes')}>
        {merged.map(({ id, text }) => (
          <li key={id}>
            <span dir="auto">{readable(text)}</span>
            {maySeparate && (
              <Button
                look="quiet"
                size="small"
                aria-label={t('separateLabel', { text: excerpt(readable(text), SHOWN) })}
                onClick={() => submit([{ type: 'question.merge', questionId: id, into: null }])}
              >
                {t('separate')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ question, hasOthers, onLeave, isOnStage }: ItemProps & { readonly isOnStage: boolean }) {
  const { id: questionId, text, author, pinned, answered } = question;
  const t = useMessages('questions');
  const openDialog = useOpenClaimDialog();
  const submit = useSubmit();
  const perform = usePerform();
  const isHidden = useBoard(({ replica }) => isHiddenFromReaders(replica.view, questionId));
  const mayLight = useMay('spotlight.set') && !isHidden;
  const mayPin = useMay('question.pin');
  const mayAnswer = useMay('question.answer');
  const mayMerge = useMay('question.merge') && !isHidden;
  const mayWithdraw = useMay('question.withdraw', author);
  const mayHide = useMay('content.hide', null, questionId) && !isHidden;
  const does = (operation: Operation) => () => submit([operation]);
  const leaves = (operation: Operation, said: string) => () => {
    onLeave();
    perform([operation], said);
  };
  const acts: readonly Act[] = [
    mayLight && {
      what: isOnStage ? 'unstage' : 'stage',
      act: does(
        isOnStage
          ? { type: 'spotlight.set', on: null, call: false, from: questionId }
          : { type: 'spotlight.set', on: questionId, call: false },
      ),
    },
    mayAnswer && {
      what: answered ? 'reopen' : 'answer',
      act: leaves(
        { type: 'question.answer', questionId, answered: !answered },
        t(answered ? 'done.reopen' : 'done.answer'),
      ),
    },
    mayPin &&
      !answered && {
        what: pinned ? 'unpin' : 'pin',
        act: does({ type: 'question.pin', questionId, pinned: !pinned }),
      },
    mayWithdraw && {
      what: 'withdraw',
      act: leaves({ type: 'question.withdraw', questionId, withdrawn: true }, t('done.withdraw')),
    },
    mayHide && {
      what: 'hide',
      act: () => openDialog({ kind: 'hide', what: 'question', id: questionId }),
    },
  ].filter((one) => one !== false) as Act[];
  if (acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {acts.map(({ what, act }) => (
        <ActButton key={OPPOSITES[what] ?? what} what={what} text={text} act={act} />
      ))}
      {mayMerge && !answered && hasOthers && <MergeChoice question={question} onLeave={onLeave} />}
    </div>
  );
}

interface Act {
  readonly what: 'stage' | 'unstage' | 'pin' | 'unpin' | 'answer' | 'reopen' | 'withdraw' | 'hide';
  readonly act: () => void;
}

/** An act and the one that takes it back share a button, which so keeps the focus. */
const OPPOSITES: Partial<Record<Act['what'], Act['what']>> = {
  unstage: 'stage',
  reopen: 'answer',
  unpin: 'pin',
};

function ActButton({ what, text, act }: Act & { readonly text: string }) {
  const t = useMessages('questions');
  const readable = useReadable();
  return (
    <Button
      look={what === 'stage' || what === 'unstage' ? 'plain' : 'quiet'}
      size="small"
      aria-label={t('actLabel', { act: t(`acts.${what}`), text: excerpt(readable(text), SHOWN) })}
      onClick={(event) => isRepeatedClick(event) || act()}
    >
      {t(`acts.${what}`)}
    </Button>
  );
}

/** Merges the question into another one that asks the same. */
function MergeChoice({ question: { id: questionId, text }, onLeave }: Omit<ItemProps, 'hasOthers'>) {
  const t = useMessages('questions');
  const perform = usePerform();
  const readable = useReadable();
  // Every open question has such a list: one that nobody uses asks for no others.
  const [isUsed, setUsed] = useState(false);
  const open = useBoard(({ replica }) => (isUsed ? openQuestions(replica.view) : NONE));
  const said = excerpt(readable(text), SHOWN);
  const merge = (into: string) => {
    onLeave();
    perform([{ type: 'question.merge', questionId, into }], t('done.merge'));
  };
  return (
    <ChoiceWithButton
      label={t('mergeLabel', { text: said })}
      none={t('merge')}
      action={t('mergeNow')}
      actionLabel={t('actLabel', { act: t('mergeNow'), text: said })}
      values={[...open.keys()].filter((id) => id !== questionId)}
      onUse={() => setUsed(true)}
      onAct={merge}
    >
      {(id) => (
        <option key={id} value={id}>
          {excerpt(readable(open.get(id)?.text ?? ''), SHOWN)}
        </option>
      )}
    </ChoiceWithButton>
  );
}

function useIsOnStage(questionId: string): boolean {
  return useBoard(({ replica }) => replica.view.spotlight?.on === questionId);
}
