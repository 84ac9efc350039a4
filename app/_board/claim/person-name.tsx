'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useName } from './use-claim.ts';

/** The name somebody goes by here. */
export function PersonName({ id }: { id: string }) {
  const t = useMessages('people');
  return <>{useName(id) ?? t('somebody')}</>;
}
