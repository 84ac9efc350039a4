'use client';

import { type FormEvent, useEffect, useId, useState } from 'react';
import { excerpt } from '#app/_board/core/claims/excerpt.ts';
import { actorNow } from '#app/_board/core/claims/use-claim.ts';
import { useTargetText } from '#app/_board/core/claims/use-target.ts';
import { useAfterJoining } from '#app/_board/core/commands/join-context.tsx';
import {
  type ComposerChoices,
  choicesDraft,
  composerDraft,
  keepOpenComposer,
  parseChoices,
} from '#app/_board/core/commands/open-composer.ts';
import { RejectionNote } from '#app/_board/core/commands/rejection-note.tsx';
import { useAddArgument, usualHolder } from '#app/_board/core/commands/use-add-argument.ts';
import { isSideProblem, mayHold, sideProblemNow, useSideName } from '#app/_board/core/commands/use-side.ts';
import { useVote } from '#app/_board/core/commands/use-vote.ts';
import { CharacterCount, isOverLong } from '#app/_board/core/forms/character-count.tsx';
import { handleFormKeys } from '#app/_board/core/forms/form-keys.ts';
import { RelationToggle } from '#app/_board/core/forms/relation-toggle.tsx';
import { SourcePicker } from '#app/_board/core/forms/source-picker.tsx';
import { useDraft } from '#app/_board/core/forms/use-draft.ts';
import { useMergedDrafts } from '#app/_board/core/forms/use-merged-drafts.ts';
import { WritesAs } from '#app/_board/core/people/writes-as.tsx';
import { useBoard, useBoardStore } from '#app/_board/core/store/board-context.tsx';
import { draftKey } from '#app/_board/core/store/form-drafts.ts';
import { useViewActs } from '#app/_board/core/view/view-state.tsx';
import { useWritingMark } from '#app/_board/core/writing/writing-mark.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { addToDraft, keepDraft } from '#app/_ui/stored-draft.ts';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import styles from './argument-composer.module.css';
import type { ArgumentComposerProps } from './argument-composer.tsx';
import { HolderSelect } from './holder-select.tsx';

const AlreadySaid = lazyComponent(() => import('./already-said.tsx'));

/** Name of the modifier that sends with Enter, on this keyboard. */
const COMMAND_KEY = /Mac|iP(ad|hone)/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Form for a new argument for or against a claim, a position, or the step from one claim to another. */
export default function ArgumentForm({ target, relation: asked, onDone }: ArgumentComposerProps) {
  const t = useMessages('composer');
  const controls = useMessages('controls');
  const [text, setText] = useDraft(composerDraft(target));
  const [chosen, setRelation] = useState<Relation | null>(null);
  const relation = target.kind === 'link' ? 'attack' : (chosen ?? asked);
  useKeptOpen(target, relation);
  const mark = useWritingMark(target);
  const [kept, keep] = useDraft(choicesDraft(target));
  useMergedDrafts(target, composerDraft);
  useMergedDrafts(target, choicesDraft);
  const { holder: wanted, source } = parseChoices(kept);
  // A choice from before the viewer's team was known may no longer fit.
  const holder = useBoard((state) => (mayHold(state, target, wanted) ? wanted : undefined));
  const choose = (more: Partial<ComposerChoices>) => keep(JSON.stringify({ holder, source, ...more }));
  const [detailed, setDetailed] = useState(false);
  const usual = useUsualHolder(target, relation);
  const refusedSide = useRefusedSide(target, relation, holder);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const [reason, count] = [useId(), useId()];
  const addArgument = useAddArgument(target);
  const kind = target.kind === 'link' ? 'Undercut' : relation === 'support' ? 'Support' : 'Attack';
  const empty = () => {
    setText('');
    keep('');
  };
  const { reply, agree } = useSaidInstead({ text, choices: kept }, empty, onDone);
  const label = t(`label${kind}`, { target: excerpt(useTargetText(target), 60) });

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (refusedSide?.isFinal) return;
    addArgument({ relation, holder, text: text.trim(), source }, (refusal, claimId) => {
      setProblem(refusal && isSideProblem(refusal.code) ? null : refusal);
      if (refusal) return;
      empty();
      onDone(claimId);
    });
  };

  return (
    <form
      className={styles.composer}
      data-relation={relation}
      {...mark}
      aria-label={label}
      onSubmit={send}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => handleFormKeys(event, () => onDone(null))}
    >
      {target.kind !== 'link' && <RelationToggle relation={relation} onChange={setRelation} />}
      <div role="status">{refusedSide && <p className={styles.side}>{refusedSide.sentence}</p>}</div>
      <label>
        <VisuallyHidden>{label}</VisuallyHidden>
        <textarea
          ref={focusOnMount}
          dir="auto"
          className={styles.text}
          placeholder={t(`placeholder${kind}`)}
          aria-describedby={`${reason} ${count}`}
          aria-invalid={isOverLong(text, LIMITS.wordingCharacters) || undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {detailed || kept !== '' ? (
        <div className={styles.options} ref={detailed ? focusFirstList : undefined}>
          <HolderSelect
            target={target}
            relation={relation}
            holder={holder}
            onChange={(next) => choose({ holder: next })}
          />
          <SourcePicker draft={source} onChange={(next) => choose({ source: next })} />
        </div>
      ) : (
        <button type="button" className={styles.details} onClick={() => setDetailed(true)}>
          <span>{usual ? t('details', { holder: usual }) : t('detailsNone')}</span>
          <span className={styles.change}>{t('detailsChange')}</span>
        </button>
      )}
      <p className={styles.hint}>{t('sendKeys', { key: COMMAND_KEY })}</p>
      <WritesAs />
      <RejectionNote id={reason} rejection={problem} />
      <div className={styles.foot}>
        <CharacterCount id={count} text={text} limit={LIMITS.wordingCharacters} />
        <Button look="quiet" size="small" onClick={() => onDone(null)}>
          {controls('cancel')}
        </Button>
        <Button look="primary" size="small" type="submit" disabled={refusedSide?.isFinal}>
          {t('send')}
        </Button>
      </div>
      {text !== '' && (
        <AlreadySaid target={target} relation={relation} text={text} onReply={reply} onAgree={agree} />
      )}
    </form>
  );
}

/** Ref for the lists that replace the button that opened them: the first gets the focus, which the button had. */
function focusFirstList(options: HTMLElement | null): void {
  options?.querySelector('select')?.focus();
}

/** Returns what a writer can do with a claim that says it already. */
function useSaidInstead(
  { text, choices }: { readonly text: string; readonly choices: string },
  empty: () => void,
  onDone: ArgumentComposerProps['onDone'],
) {
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const vote = useVote();
  const { select, write } = useViewActs();
  return {
    /** Moves the text, with what was chosen beside it, to a reply to that claim. */
    reply: (claimId: string) =>
      afterJoining(() => {
        const target = { kind: 'claim', id: claimId } as const;
        addToDraft(draftKey(store.state(), composerDraft(target)), text);
        if (choices !== '') keepDraft(draftKey(store.state(), choicesDraft(target)), choices);
        empty();
        select(target);
        write({ kind: 'argument', target, relation: 'support' });
      }),
    /** Agrees with that claim, and goes to it. The text is kept, as after Cancel. */
    agree: (claimId: string) =>
      vote(claimId, 'agree', () => {
        onDone(claimId);
        select({ kind: 'claim', id: claimId });
      }),
  };
}

/** Records that this composer is open, so that the next page opens it again. */
function useKeptOpen(target: Target, relation: Relation): void {
  const store = useBoardStore();
  useEffect(() => {
    keepOpenComposer(store.state(), { target, relation });
    return () => keepOpenComposer(store.state(), null);
  }, [store, target, relation]);
}

/**
 * Returns why the viewer's team keeps them from adding this, as a sentence; `null` if nothing does. It is not final for viewers who have
 * not joined: adding asks them to join first.
 */
function useRefusedSide(target: Target, relation: Relation, holder: string | null | undefined) {
  const t = useMessages('composer');
  const code = useBoard((state) => sideProblemNow(state, target, relation, holder));
  const teams = useBoard(({ replica }) => replica.view.head?.settings.teams);
  const isFinal = useBoard((state) => actorNow(state) !== null);
  const team = useSideName() ?? '';
  if (code === null) return null;
  const problem = code === 'no_team' ? (teams === 'chosen' ? 'chosen' : 'assigned') : code;
  return { sentence: t('side', { problem, team }), isFinal };
}

/** Returns the name of the position initially taken to hold the argument; undefined for none. */
function useUsualHolder(target: Target, relation: Relation): string | undefined {
  return useBoard((state) => {
    const { view } = state.replica;
    return view.positions.get(usualHolder(view, actorNow(state), target, relation) ?? '')?.name;
  });
}
