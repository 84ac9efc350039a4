'use client';

import type { MenuItem } from '../../_ui/dialogs/menu.tsx';
import { MenuButton } from '../../_ui/dialogs/menu-button.tsx';
import { MoreIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { mayNow } from '../core/claims/use-claim.ts';
import { hasMuted } from '../core/notifications/known-choices.ts';
import { useToggleMute } from '../core/notifications/use-toggle-mute.ts';
import { useBoardStore } from '../core/store/board-context.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { WIDE } from '../core/view/wide.ts';
import { useCopyLink } from '../features/claims/use-copy-link.ts';

/** Further actions on a position and everything below it. */
export function PositionMenu({ id }: { id: string }) {
  const t = useMessages('panel');
  const claims = useMessages('claim');
  const guided = useMessages('guided');
  const notes = useMessages('notifications');
  const store = useBoardStore();
  const copyLink = useCopyLink();
  const turnMute = useToggleMute();
  const branch = useViewPart((parts) => parts.branch);
  const { lookAt, select, guide } = useViewActs();
  const look = () => {
    lookAt(branch === id ? null : id);
    // On a phone the sheet would cover the change.
    if (!window.matchMedia(WIDE).matches) select(null);
  };
  const items = (): MenuItem[] => {
    const { debateId, replica } = store.state();
    const mute = {
      id: 'mute',
      label: notes(hasMuted(debateId, id) ? 'unmute' : 'mute'),
      act: () => void turnMute(id),
    };
    return [
      { id: 'branch', label: claims(branch === id ? 'branchEnd' : 'branch'), act: look },
      ...(mayNow(store.state(), 'vote.cast')
        ? [{ id: 'guided', label: guided('branch'), act: () => guide({ branch: id }) }]
        : []),
      { id: 'copy', label: claims('copyLink'), act: () => copyLink(id) },
      ...(replica.participantId === null ? [] : [mute]),
    ];
  };
  return (
    <MenuButton
      look="quiet"
      size="small"
      aria-label={t('positionActions')}
      title={t('positionActions')}
      items={items}
    >
      <MoreIcon />
    </MenuButton>
  );
}
