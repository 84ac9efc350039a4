import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { automaticDeletions } from '../../app/privacy/automatic-deletions.ts';
import { recipients } from '../../app/privacy/recipients.ts';
import { readEnv } from '../../server/env.ts';
import { privacyFacts } from '../../server/services/privacy/privacy-facts.ts';

const t = createTranslator({ locale: 'en', messages: en, namespace: 'privacy' });
const factsWith = (settings: Record<string, string>) => privacyFacts(readEnv(settings), true);
const recipientsWith = (settings: Record<string, string>) =>
  recipients(factsWith({ WEBHOOKS: 'off', ...settings }), t);

const BUCKET = {
  BACKUP_S3_URL: 'https://s3.example.org/parley',
  BACKUP_S3_KEY_ID: 'key',
  BACKUP_S3_SECRET: 'hunter2',
  BACKUP_DAYS: '30',
};
const MAIL = {
  SMTP_URL: 'smtps://post.example.org',
  MAIL_FROM: 'Parley <parley@example.org>',
  APP_URL: 'https://debates.example.org',
};
const PROVIDER = JSON.stringify([
  { id: 'school', name: 'The school', issuer: 'https://id.example.org', clientId: 'x', clientSecret: 'y' },
]);

describe('[PD12] the privacy page says who else gets data', () => {
  test('no one, if the settings name no one', () => {
    expect(recipientsWith({})).toEqual([en.privacy.othersNobody]);
  });

  test.each<[Record<string, string>, string]>([
    [BUCKET, 'Backups of everything on this server are stored at s3.example.org.'],
    [{ WEBHOOKS: 'public' }, en.privacy.othersWebhooks],
    [{ WEBHOOKS: 'any' }, en.privacy.othersWebhooks],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example.org/v1' },
      t('othersTraces', { host: 'traces.example.org' }),
    ],
    [
      { PASSWORD_BREACH_URL: 'https://leaks.example.org/range/' },
      t('othersBreach', { host: 'leaks.example.org' }),
    ],
    [MAIL, en.privacy.othersMail],
    [{ OIDC_PROVIDERS: PROVIDER }, t('othersProvider', { provider: 'The school' })],
  ])('a recipient of %j', (settings, sentence) => {
    expect(recipientsWith(settings)).toEqual([en.privacy.othersPages, sentence]);
  });

  test('webhooks are allowed unless they are turned off', () => {
    expect(recipients(factsWith({}), t)).toContain(en.privacy.othersWebhooks);
  });
});

test('[PD12] the privacy page says what is deleted by itself, and when', () => {
  expect(automaticDeletions(factsWith({}), t)).toEqual([]);
  const settings = { GUEST_DAYS: '1', QUIET_DAYS: '90', ARCHIVED_DAYS: '365', NOTICE_DAYS: '30' };
  expect(automaticDeletions(factsWith(settings), t)).toEqual([
    'A guest who only joined debates is deleted 1 day after their first visit, if they’re no longer signed in anywhere.',
    'A debate in which nothing is written for 90 days is archived.',
    'An archived debate in which nothing is written is deleted after 365 more days. Its owner and moderators are notified at least 30 days before.',
  ]);
  expect(automaticDeletions(factsWith({ QUIET_DAYS: '90' }), t)).toHaveLength(1);
});
