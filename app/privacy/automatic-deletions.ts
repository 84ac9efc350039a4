import type { PrivacyFacts } from '../../server/services/privacy/privacy-facts.ts';
import type { Translate } from '../_ui/messages/messages.ts';

/** The deletions that a server with these settings makes by itself, a sentence for each. */
export function automaticDeletions(
  { guestDays, quietRules }: Pick<PrivacyFacts, 'guestDays' | 'quietRules'>,
  t: Translate<'privacy'>,
): string[] {
  const { archiveDays, deleteDays, noticeDays: notice } = quietRules;
  return [
    ...(guestDays === null ? [] : [t('endsGuests', { days: guestDays })]),
    ...(archiveDays === null ? [] : [t('endsQuiet', { days: archiveDays })]),
    ...(deleteDays === null ? [] : [t('endsArchived', { days: deleteDays, notice })]),
  ];
}
