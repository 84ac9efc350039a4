'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { WantedInvitation } from './use-invitations.ts';

/**
 * The code made with one press, for a room. It lasts a month: it may be made days before people meet, and cards printed with it lie about
 * for a while.
 */
export const ROOM_CODE: WantedInvitation = { kind: 'code', role: 'debater', holds: 'month', limit: null };

interface MakeCodeButtonProps {
  readonly onMake: (wanted: WantedInvitation) => Promise<boolean>;
}

/** Makes a join code, once. */
export function MakeCodeButton({ onMake }: MakeCodeButtonProps) {
  const t = useMessages('joining');
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    await onMake(ROOM_CODE);
    setMaking(false);
  };
  return (
    <Button size="small" unavailable={isMaking} onClick={make}>
      {t('makeCode')}
    </Button>
  );
}
