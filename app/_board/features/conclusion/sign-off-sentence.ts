import type { Translate } from '#app/_ui/messages/messages.ts';
import type { SignOff } from '#domain/debate/conclusion/signatures.ts';

/** How a position has signed off the conclusion whose present revision this is: how many people, and what a moderator recorded. */
export function signOffSentence(
  t: Translate<'conclusion'>,
  { current, earlier, recorded }: SignOff,
  revision: number | undefined,
): string {
  const parts = [
    ...(current.length > 0 ? [t('signedBy', { count: current.length })] : []),
    ...(earlier.length > 0 ? [t('signedEarlier', { count: earlier.length })] : []),
    ...(recorded ? [t(recorded.revision === revision ? 'recorded' : 'recordedEarlier')] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : t('notSigned');
}
