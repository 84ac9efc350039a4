'use client';

import { useCallback, useEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { isSteelman } from '#domain/debate/map/steelman.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { suggestionsOfClaim } from '#domain/debate/suggestions/suggestions.ts';
import { historyOf } from '#domain/debate/texts/texts.ts';
import { Button } from '../../_ui/button/button.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { hueStyle } from '../../_ui/people/hue.ts';
import {
  useCommentCount,
  useIsOfOwnSide,
  useIsPending,
  useMay,
  useMergedInto,
  usePosition,
} from '../core/claims/use-claim.ts';
import { commentFocus } from '../core/commands/comment-focus.ts';
import { HiddenNote } from '../core/moderation/hidden-note.tsx';
import { ReportsNote } from '../core/moderation/reports-note.tsx';
import { ReviewNote } from '../core/moderation/review-note.tsx';
import { useReasonName } from '../core/moderation/use-reason-name.ts';
import { PersonName } from '../core/people/person-name.tsx';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { tabOf } from '../core/view/panes.ts';
import { useViewPart, useViewStore } from '../core/view/view-provider.tsx';
import type { PanelTab } from '../core/view/view-store.ts';
import { writtenRelation } from '../core/view/written-relation.ts';
import { PresenceMarks } from '../features/claims/presence/presence-marks.tsx';
import { ReactionBar } from '../features/claims/reaction-bar.tsx';
import { useClaimActs } from '../features/claims/use-claim-acts.ts';
import { VoteBar } from '../features/claims/vote-bar.tsx';
import { CommentList } from '../features/comments/comment-list.tsx';
import { useCited } from '../features/evidence/source-marks.tsx';
import { MergedNote } from '../features/lineage/merged-note.tsx';
import { MutedNote } from '../features/notifications/muted-note.tsx';
import { StrengthLater } from '../features/strength/strength-later.tsx';
import { WeighBar } from '../features/strength/weigh-bar.tsx';
import { ArgumentColumns } from './argument-columns.tsx';
import { ClaimWording } from './claim-wording.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { RelationSentence } from './relation-sentence.tsx';
import { RetractedList } from './retracted-list.tsx';
import { RoleNote } from './role-note.tsx';
import { UndercutList } from './undercut-list.tsx';

const LineageList = lazyComponent<{ claimId: string }>(() => import('../features/lineage/lineage-list.tsx'));
const CrossLinkList = lazyComponent(async () => ({
  default: (await import('./cross-link-list.tsx')).CrossLinkList,
}));
const WordingList = lazyComponent(async () => ({
  default: (await import('../features/wordings/wording-list.tsx')).WordingList,
}));
const SourceList = lazyComponent(async () => ({
  default: (await import('../features/evidence/source-list.tsx')).SourceList,
}));
const SchemeSection = lazyComponent(() => import('../features/schemes/scheme-section.tsx'));
const SteelmanSection = lazyComponent(() => import('../features/steelmen/steelman-section.tsx'));
const SuggestionList = lazyComponent(() => import('../features/suggestions/suggestion-list.tsx'));
const WordingCredit = lazyComponent(() => import('../features/suggestions/wording-credit.tsx'));

/** A claim with everything that bears on it. */
export function ClaimPanel({ claim }: { claim: Claim }) {
  const comments = useMessages('comments');
  const position = usePosition(claim.positionId);
  const count = useCommentCount(claim.id);
  const tab = useViewPart(tabOf);
  const views = useViewStore();
  const setTab = useCallback((chosen: PanelTab) => views.set({ tab: chosen }), [views]);
  const sought = useViewPart(({ toComment }) => toComment);
  const written = useViewPart(({ writing }) => writtenRelation(writing, claim));
  // At once: the field takes the focus in the next frame, and has to be on screen by then.
  useEffect(() => commentFocus.onAsked(() => flushSync(() => setTab('comments'))), [setTab]);
  useEffect(() => {
    if (sought) setTab('comments');
  }, [sought, setTab]);
  useEffect(() => {
    if (written) setTab(written);
  }, [written, setTab]);
  const isSuggested = useBoard(
    ({ replica }) => suggestionsOfClaim(replica.view.suggestions, claim.id).length > 0,
  );
  const hasLineage = useBoard(({ replica }) => isAnythingMadeOf(replica.view));
  const target = useMemo(() => ({ kind: 'claim', id: claim.id }) as const, [claim.id]);
  const { argue } = useClaimActs();
  return (
    <article className={styles.article} style={hueStyle(position?.hue)} data-tab={tab}>
      <RelationSentence claim={claim} position={position} />
      <ClaimWording claim={claim} />
      <HiddenNote id={claim.id} author={claim.author} />
      <MergedNote claimId={claim.id} />
      <MutedNote id={claim.id} />
      <ReviewNote id={claim.id} author={claim.author} />
      <ReportsNote id={claim.id} />
      {claim.retracted && <RetractedText claim={claim} />}
      <ClaimByline claim={claim} />
      {isSteelman(claim) && <SteelmanSection claim={claim} />}
      <div className={styles.wideOnly}>
        <VoteBar claim={claim} />
      </div>
      <ConflictNote claimId={claim.id} />
      <ReactionBar claim={claim} />
      {isSuggested && <SuggestionList claim={claim} />}
      <RoleNote />
      <PanelTabs tab={tab} onChange={setTab} place={target} comments={count} />
      <ArgumentColumns place={target} retracted={claim.retracted} />
      <UndercutList claim={claim} />
      <SchemeSection linkId={claim.parentLink} onChallenge={(step) => argue(step, 'attack')} />
      <StrengthLater id={claim.id} tally={claim.tally} />
      <WeighBar linkId={claim.parentLink} />
      <RetractedList place={target} />
      <SourceList claim={claim} />
      <CrossLinkList claim={claim} />
      {hasLineage && <LineageList claimId={claim.id} />}
      <WordingList claim={claim} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: this only records where the viewer writes, so that a window narrowed to a phone shows it. */}
      <section className={styles.section} data-section="comments" onFocus={() => setTab('comments')}>
        <h3 className={styles.heading}>{comments('title')}</h3>
        <CommentList on={target} />
      </section>
      <PhoneBar claim={claim} />
    </article>
  );
}

/** True if anything in the debate was made from something else. In most debates nothing was. */
function isAnythingMadeOf({ merges, splits, promotions, origins }: DebateState): boolean {
  return merges.size + splits.size + promotions.size + origins.size > 0;
}

function RetractedText({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const under = useBoard(({ replica }) => isShown(replica.view, claim));
  const reasonName = useReasonName();
  const { retractedFor } = claim;
  return (
    <p className={styles.state}>
      {t('retractedText', { under: under ? 'yes' : 'no' })}
      {retractedFor !== undefined && ` ${t('retractedFor', { reason: reasonName(retractedFor) })}`}
    </p>
  );
}

function ClaimByline({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const pending = useIsPending(claim.id);
  const sealed = useBoard(({ replica }) => historyOf(replica.view, claim.id).sealed);
  const rewording = sealed !== null && sealed !== claim.text;
  const cited = useCited(claim).length;
  const isMerged = useMergedInto(claim.id) !== undefined;
  const isOfSide = useIsOfOwnSide(claim);
  const mayEdit = useMay('claim.edit', claim.author, claim.id) && isOfSide && !claim.retracted && !isMerged;
  const acts = useClaimActs();
  return (
    <p className={styles.byline}>
      <span dir="auto">
        <PersonName id={claim.author} />
      </span>
      <span>{t('version', { number: claim.wording })}</span>
      <WordingCredit claim={claim} />
      {rewording && <span>{t('rewording')}</span>}
      {cited > 0 && <span>{t('sources', { count: cited })}</span>}
      {pending && <span>{t('pending')}</span>}
      {mayEdit && (
        <Button look="quiet" size="small" onClick={() => acts.edit(claim.id)}>
          {t('editShort')}
        </Button>
      )}
      <PresenceMarks targetId={claim.id} />
    </p>
  );
}
