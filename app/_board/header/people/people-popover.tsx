'use client';

import type { ReactElement, ReactNode } from 'react';
import { Popover } from '#app/_ui/dialogs/popover.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { PeopleList } from './people-list.tsx';

/** List of the people here, beside the faces; loaded separately when it is first needed. */
export default function PeoplePopover({ trigger, face }: { trigger: ReactElement; face: ReactNode }) {
  const t = useMessages('board');
  return (
    <Popover defaultOpen trigger={trigger} face={face} title={t('hereTitle')}>
      {(close) => <PeopleList onFollow={close} />}
    </Popover>
  );
}
