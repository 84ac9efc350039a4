'use client';

import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { PeopleList } from './people-list.tsx';

/** Dialog of the people here, for phones: their header has no room for faces. */
export default function PeopleDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('board');
  return (
    <Dialog title={t('hereTitle')} onClose={onClose}>
      <PeopleList onFollow={onClose} onGo={onClose} />
    </Dialog>
  );
}
