'use client';

import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Popover } from '../../_ui/popover.tsx';
import { PeopleList } from './people-list.tsx';

/** The list of who is here, beside the faces; a part of its own, as it is fetched when first wanted. */
export default function PeoplePopover({ trigger, face }: { trigger: ReactElement; face: ReactNode }) {
  const t = useMessages('board');
  return (
    <Popover defaultOpen trigger={trigger} face={face} title={t('hereTitle')}>
      {(close) => <PeopleList onFollow={close} />}
    </Popover>
  );
}
