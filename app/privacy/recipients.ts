import type { PrivacyFacts } from '../../server/services/privacy/privacy-facts.ts';
import type { Translate } from '../_ui/messages/messages.ts';

/** The hosts and people that a server with these settings sends data to, a sentence for each; or that there are none. */
export function recipients(
  facts: Pick<PrivacyFacts, 'breachHost' | 'mails' | 'providers' | 'backupHost' | 'webhooks' | 'tracesHost'>,
  t: Translate<'privacy'>,
): string[] {
  const { breachHost, backupHost, tracesHost } = facts;
  const sentences = [
    ...(breachHost === null ? [] : [t('othersBreach', { host: breachHost })]),
    ...(facts.mails ? [t('othersMail')] : []),
    ...facts.providers.map((provider) => t('othersProvider', { provider })),
    ...(backupHost === null ? [] : [t('othersBackups', { host: backupHost })]),
    ...(facts.webhooks ? [t('othersWebhooks')] : []),
    ...(tracesHost === null ? [] : [t('othersTraces', { host: tracesHost })]),
  ];
  return sentences.length === 0 ? [t('othersNobody')] : [t('othersPages'), ...sentences];
}
