'use client';

import type { MenuItem } from '#app/_ui/dialogs/menu.tsx';
import { MenuButton } from '#app/_ui/dialogs/menu-button.tsx';
import { MoreIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { canBeLit } from '#domain/debate/meetings/spotlight.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { mayNow } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { usePerform } from '../../core/commands/use-perform.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useOwnReport } from '../../core/moderation/reports-on.ts';
import { hasMuted } from '../../core/notifications/known-choices.ts';
import { useToggleMute } from '../../core/notifications/use-toggle-mute.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { WIDE } from '../../core/view/wide.ts';
import { useClaimActs } from './use-claim-acts.ts';
import { useCopyLink } from './use-copy-link.ts';

/** The groups of a claim's menu, in order. */
const GROUPS = ['write', 'argue', 'organize', 'show', 'moderate'] as const;
type Group = (typeof GROUPS)[number];

/** The menu of a claim: what the participant is allowed to do, in groups. */
export function ClaimMenu({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const moderation = useMessages('moderation');
  const lineage = useMessages('lineage');
  const review = useMessages('review');
  const suggestions = useMessages('suggestions');
  const groups = useMessages('groups');
  const guided = useMessages('guided');
  const light = useMessages('spotlight');
  const notes = useMessages('notifications');
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const readable = useReadable();
  const submit = useSubmit();
  const store = useBoardStore();
  const acts = useClaimActs();
  const openDialog = useOpenClaimDialog();
  const afterJoining = useAfterJoining();
  const copyLink = useCopyLink();
  const perform = usePerform();
  const turnMute = useToggleMute();
  const branch = useViewPart((parts) => parts.branch);
  const chosen = useViewPart((parts) => parts.chosen);
  const { lookAt, toggleChosen, select, guide } = useViewActs();
  const { id, author, retracted, parentLink } = claim;
  const hasReported = useOwnReport(id)?.outcome === null;

  // On a phone the sheet would cover the change.
  const toDebate = () => window.matchMedia(WIDE).matches || select(null);
  const choose = () => {
    toggleChosen(id);
    if (!chosen.has(id)) toDebate();
  };
  const look = () => {
    lookAt(branch === id ? null : id);
    toDebate();
  };
  /** A merged claim is changed where it is now; the only action here is to undo the merge. */
  const isMerged = () => store.state().replica.view.merges.has(id);
  const isHidden = () => store.state().replica.view.hidden.has(id);
  const mayBring = () => {
    const { view } = store.state().replica;
    return (
      Boolean(view.head?.plenary) &&
      !view.promotions.has(id) &&
      mayNow(store.state(), 'claim.merge', null, id)
    );
  };
  const bring = async () => {
    const { promoteClaims: bringClaims } = await import('../../core/commands/promote-claims.ts');
    const { debateId, replica } = store.state();
    const problem = await bringClaims(replica.view.head?.plenary ?? '', debateId, [id]);
    announce(problem ? sentence(problem) : groups('promotedToast'));
  };
  /** Announces what was done, with Undo, or why not. */
  const does = (operation: Operation, said: string) => () => perform([operation], said);
  const lockItems = (): (MenuItem | false)[] => {
    const lock = store.state().replica.view.locks.get(id);
    if (!mayNow(store.state(), 'content.lock', null, id)) return [];
    return [
      lock?.branch !== false && {
        id: 'lock',
        label: moderation('lock'),
        act: does({ type: 'content.lock', on: id, branch: false }, moderation('did.lockedClaim')),
      },
      lock?.branch !== true && {
        id: 'lock-branch',
        label: moderation('lockBranch'),
        act: does({ type: 'content.lock', on: id, branch: true }, moderation('did.lockedBranch')),
      },
      lock !== undefined && {
        id: 'unlock',
        label: moderation('unlock'),
        act: does({ type: 'content.unlock', on: id }, moderation('did.unlockedClaim')),
      },
    ];
  };
  const items = (): MenuItem[] => {
    const allowed = (type: Parameters<typeof mayNow>[1], of: string | null = author) =>
      mayNow(store.state(), type, of, id);
    const dialog = (kind: 'move' | 'cross-link' | 'cite') => () =>
      afterJoining(() => openDialog({ kind, claimId: id }));
    const merged = isMerged();
    const takesPart = store.state().replica.participantId !== null;
    const stands = !retracted && !merged;
    const waits = awaitsRecognition(claim);
    const grouped: Record<Group, (MenuItem | false)[]> = {
      write: [
        stands &&
          allowed('claim.edit') && { id: 'edit', label: t('edit'), keys: 'E', act: () => acts.edit(id) },
        stands &&
          allowed('suggestion.make') && {
            id: 'suggest',
            label: suggestions('make'),
            act: () => afterJoining(() => openDialog({ kind: 'suggest', claimId: id })),
          },
        !merged &&
          allowed(retracted ? 'claim.restore' : 'claim.retract') && {
            id: 'retract',
            label: t(retracted ? 'restore' : 'retract'),
            keys: 'Del',
            act: () => acts.retractOrRestore(id),
          },
      ],
      argue: [
        stands &&
          !waits &&
          allowed('claim.add', null) && {
            id: 'undercut',
            label: t('undercut'),
            act: () => acts.argue({ kind: 'link', id: parentLink }, 'attack'),
          },
        stands &&
          allowed('link.add', null) && { id: 'cross', label: t('crossLink'), act: dialog('cross-link') },
        stands && allowed('claim.cite') && { id: 'cite', label: t('cite'), act: dialog('cite') },
      ],
      organize: [
        stands && allowed('claim.move') && { id: 'move', label: t('move'), act: dialog('move') },
        stands &&
          allowed('claim.move') && {
            id: 'up',
            label: t('moveUp'),
            keys: 'Alt ↑',
            act: () => acts.reorder(id, -1),
          },
        stands &&
          allowed('claim.move') && {
            id: 'down',
            label: t('moveDown'),
            keys: 'Alt ↓',
            act: () => acts.reorder(id, 1),
          },
        stands &&
          allowed('claim.split') && {
            id: 'split',
            label: lineage('split'),
            act: () => openDialog({ kind: 'split', claimId: id }),
          },
        stands &&
          allowed('claim.merge') && {
            id: 'merge',
            label: lineage('merge'),
            act: () => openDialog({ kind: 'merge', claimId: id }),
          },
        merged &&
          allowed('claim.unmerge') && {
            id: 'unmerge',
            label: lineage('unmerge'),
            act: does(
              { type: 'claim.unmerge', claimId: id },
              lineage('unmergedToast', { text: excerpt(readable(claim.text), 60) }),
            ),
          },
        (chosen.has(id) || (!merged && allowed('claim.move'))) && {
          id: 'choose',
          label: t(chosen.has(id) ? 'chooseEnd' : 'choose'),
          keys: 'X',
          act: choose,
        },
      ],
      show: [
        {
          id: 'branch',
          label: t(branch === id ? 'branchEnd' : 'branch'),
          keys: 'F',
          act: look,
        },
        !merged &&
          allowed('vote.cast', null) && {
            id: 'guided',
            label: guided('branch'),
            act: () => guide({ branch: id }),
          },
        stands &&
          allowed('spotlight.set', null) &&
          canBeLit(store.state().replica.view, id) && {
            id: 'light',
            label: light('moveEveryone'),
            act: () => submit([{ type: 'spotlight.set', on: id, call: true }]),
          },
        stands && mayBring() && { id: 'bring', label: groups('promote'), act: () => void bring() },
        { id: 'copy', label: t('copyLink'), act: () => copyLink(id) },
        takesPart && {
          id: 'mute',
          label: notes(hasMuted(store.state().debateId, id) ? 'unmute' : 'mute'),
          act: () => void turnMute(id),
        },
      ],
      moderate: [
        !retracted &&
          !merged &&
          allowed('flag.set', null) && {
            id: 'mark',
            label: review('put'),
            act: () => openDialog({ kind: 'mark', on: id }),
          },
        // Moderators act instead.
        allowed('report.make') &&
          !allowed('content.hide') &&
          !hasReported && {
            id: 'report',
            label: review('report'),
            act: () => afterJoining(() => openDialog({ kind: 'report', on: id })),
          },
        ...lockItems(),
        !isHidden() &&
          allowed('content.hide') && {
            id: 'hide',
            label: moderation('hide'),
            act: () => openDialog({ kind: 'hide', what: 'claim', id }),
          },
        isHidden() &&
          allowed('content.restore') && {
            id: 'show',
            label: moderation('show'),
            act: does({ type: 'content.restore', ids: [id] }, moderation('did.shown', { count: 1 })),
          },
      ],
    };
    return GROUPS.flatMap((group) =>
      grouped[group]
        .filter((item) => item !== false)
        .map((item) => ({ ...item, group: t('menuGroup', { group }) })),
    );
  };

  return (
    <MenuButton look="quiet" size="small" aria-label={t('actions')} title={t('actions')} items={items}>
      <MoreIcon />
    </MenuButton>
  );
}
