'use client';

import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';

/** Prints the page. Without scripts there is the browser's own menu. */
export function PrintButton() {
  const t = useMessages('templates');
  if (!useHydrated()) return null;
  return <Button onClick={() => window.print()}>{t('print')}</Button>;
}
