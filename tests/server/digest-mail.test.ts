import { expect, test } from 'vitest';
import { DEFAULT_MAIL } from '../../domain/notifications/mail-times.ts';
import { digestMail } from '../../server/services/notifications/digest-mail.ts';

const SITE = 'https://debates.example.org';

const FRAME = { site: SITE, messageId: '<x@example.org>', choice: DEFAULT_MAIL, unsubscribe: `${SITE}/u` };

test('[NO9] the mail server has more than a minute for the email', () => {
  const { patience } = digestMail('ann@example.org', [], FRAME);
  expect(patience).toBeGreaterThan(60_000);
});

test('[NO3] the email leads to the notification settings of each debate, and says what its last link turns off', () => {
  const debates = ['one', 'two'].map((debateId) => ({
    debateId,
    title: debateId,
    notes: [],
    names: new Map(),
  }));
  const { text, html } = digestMail('ann@example.org', debates, FRAME);
  for (const { debateId } of debates) {
    const settings = `${SITE}/debates/${debateId}?notifications`;
    expect(text).toContain(`${debateId}\n\n${SITE}/debates/${debateId}\nNotification settings: ${settings}`);
    expect(html).toContain(`<a href="${settings}">Notification settings</a>`);
  }
  expect(text).toContain(`Unsubscribe from all debates: ${SITE}/u`);
});

test.each([
  ['a report on a claim', 'c-b', 'Your report on “Trains are late” was resolved. No action was taken.'],
  ['a report on what is hidden now', '', 'Your report was resolved. No action was taken.'],
])('[NO8] the email says what became of %s', (_, on, says) => {
  const note = {
    kind: 'settled',
    seq: 1,
    at: 1,
    by: '',
    words: '',
    subject: on === '' ? '' : 'Trains are late',
    on: on || null,
    reason: 'no_action',
    note: '',
  } as const;
  const debate = { debateId: 'one', title: 'Trains', notes: [note], names: new Map() };
  const { text } = digestMail('ann@example.org', [debate], FRAME);
  expect(text).toContain(`- ${says}\n  ${SITE}/debates/one${on && `#${on}`}\n`);
});
