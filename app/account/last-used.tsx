import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/time/relative-time.tsx';

/** Time when a token or passkey was last used; `at` is in milliseconds, `null` if never. */
export function LastUsed({ at }: { readonly at: number | null }) {
  const t = messages('account');
  if (at === null) return t('neverUsed');
  return (
    <>
      {t('lastSeen')} <RelativeTime at={at} />
    </>
  );
}
