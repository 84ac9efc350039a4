'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { countOpenCriticalQuestions } from '#domain/debate/lineage/open-critical-questions.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import { isContested } from '#domain/debate/votes/signs.ts';
import { mutedBranchOf } from '#domain/unread/muted-branch.ts';
import type { ReadMarks } from '#domain/unread/read-marks.ts';
import { unreadAtClaim } from '#domain/unread/unread-at-claim.ts';
import { useSteelmanSign } from '../../core/claims/use-steelman.ts';
import { useHiddenStatus } from '../../core/moderation/hidden-note.tsx';
import { MARK_SIGN } from '../../core/moderation/mark-sign.ts';
import { useMuted } from '../../core/notifications/known-choices.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import type { BoardState } from '../../core/store/board-state.ts';
import styles from './claim-signs.module.css';

/** Special states of a claim, and the sign for each wherever it is shown. */
export const CLAIM_SIGNS = {
  retracted: '⊘',
  steelman: '⇄',
  contested: '⇅',
  hidden: '⊖',
  embargoed: '◌',
  locked: '⊠',
  merged: '≡',
  questions: '?',
  new: '●',
} as const;

/** Special states of a claim now: a sign and a word for each. */
export function ClaimSigns({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const moderation = useMessages('moderation');
  const lineage = useMessages('lineage');
  const schemes = useMessages('schemes');
  const review = useMessages('review');
  const steelmen = useMessages('steelmen');
  const [newness = '', comments = '0'] = useUnreadAtClaim(claim).split(' ');
  const how = useHiddenStatus(claim.id);
  const marks = useBoard(({ replica }) => replica.view.reviews.get(claim.id)?.flags) ?? [];
  const lock = useBoard(({ replica }) => replica.view.locks.get(claim.id));
  const count = useBoard(({ replica }) => mergeGroup(replica.view, claim.id).length - 1);
  const questions = useBoard(({ replica }) => countOpenCriticalQuestions(replica.view, claim));
  const embargoed = useBoard(({ replica }) => replica.view.embargoed.has(claim.id));
  const steelman = useSteelmanSign(claim);
  const shown = {
    retracted: claim.retracted,
    steelman: steelman !== null,
    contested: !claim.retracted && isContested(claim.tally),
    hidden: how !== undefined,
    embargoed,
    locked: lock !== undefined,
    merged: count > 0,
    questions: questions > 0,
    new: newness !== '',
  };
  const words = (sign: keyof typeof shown) =>
    sign === 'hidden'
      ? [moderation(how ?? sign), moderation('hiddenHint')]
      : sign === 'locked'
        ? [moderation(sign), moderation('lockedHint', { branch: lock?.branch ? 'yes' : 'no' })]
        : sign === 'merged'
          ? [lineage('sign', { count }), lineage('signHint', { count })]
          : sign === 'questions'
            ? [schemes('sign', { count: questions }), schemes('signHint')]
            : sign === 'steelman'
              ? ([steelman, steelmen('signHint')] as const)
              : sign === 'new'
                ? [t('newness', { what: newness, count: Number(comments) }), t('newHint')]
                : [t(sign), t(`${sign}Hint`)];
  const marked = marks.map(({ what }) => review(`flag.${what}`));
  const signs = (
    [
      'retracted',
      'steelman',
      'contested',
      'hidden',
      'embargoed',
      'locked',
      'merged',
      'questions',
      'new',
    ] as const
  )
    .filter((sign) => shown[sign])
    .map((sign) => (
      <span key={sign} className={styles.sign} data-sign={sign} title={words(sign)[1]}>
        <span aria-hidden="true">{CLAIM_SIGNS[sign]}</span> {words(sign)[0]}
      </span>
    ));
  const [first] = marked;
  if (first === undefined) return signs;
  const revised = marks.some((mark) => mark.revised) ? 'yes' : 'no';
  return [
    ...signs,
    <span
      key="marked"
      className={styles.sign}
      data-sign="marked"
      title={review('signHint', { marks: marked.join(', '), revised })}
    >
      <span aria-hidden="true">{MARK_SIGN}</span> {review('sign', { mark: first, more: marked.length - 1 })}
    </span>,
  ];
}

/** Returns what is new at this claim for the viewer, and the number of new comments: `claim 2`; empty: nothing, or its branch is muted. */
export function useUnreadAtClaim(claim: Claim): string {
  const muted = useMuted(useBoard(({ debateId }) => debateId));
  return useBoard(useMemo(() => unreadSelector(claim, muted), [claim, muted]));
}

/** Looks again only if the debate or the marks have changed: an outline has hundreds of these, and others' carets call them all. */
function unreadSelector(claim: Claim, muted: readonly string[]): (state: BoardState) => string {
  let last: { readonly view: DebateState; readonly seen: ReadMarks | null; readonly said: string } | null =
    null;
  return ({ replica: { view, participantId }, seen }) => {
    if (last?.view === view && last.seen === seen) return last.said;
    const newness = seen && unreadAtClaim(view, claim, { participantId, seen });
    const said =
      newness && mutedBranchOf(view, claim.id, muted) === null ? `${newness.what} ${newness.comments}` : '';
    last = { view, seen, said };
    return said;
  };
}
