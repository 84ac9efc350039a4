import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/relative-time.tsx';

/** When a token or passkey was used last; `at` is in milliseconds, null if it never was. */
export function LastUsed({ at }: { readonly at: number | null }) {
  const t = messages('account');
  if (at === null) return t('neverUsed');
  return (
    <>
      {t('lastSeen')} <RelativeTime at={at} />
    </>
  );
}
