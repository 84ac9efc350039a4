import { expect, test } from 'vitest';
import { writeReport } from '../../server/rendering/report/write-report.ts';
import { aDebate, comment, crossLink, newClaim } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (text: string) => text.replace(/\s+/g, '');

test('a report says of what kind of argument a cross-link is, and its open questions', async () => {
  const debate = aDebate().does('olga', { type: 'link.setScheme', linkId: 'x-a', scheme: 'sign' });
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names: new Map(), kept: [] })),
  );
  const words = 'also attacks 1.1.1, kind of argument: sign, open questions: How often is the sign right?';
  expect(plain(pages.join(' '))).toContain(plain(words));
});

test('a report says what cross-links attack: a claim, a step or another link', async () => {
  const debate = aDebate()
    .does('dana', newClaim('e', 'east', { text: 'eight' }))
    .does('dana', crossLink('x-e', 'c-e', 'x-a'), crossLink('x-s', 'c-e', 'l-u'));
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names: new Map(), kept: [] })),
  );
  const text = plain(pages.join(' '));
  expect(text).toContain(plain('also attacks 1.1.1'));
  expect(text).toContain(plain('also attacks the link from 2.1 to 1.1.1'));
  expect(text).toContain(plain('also attacks the link of 1.1.1.1'));
});

test('a report has the comments on a cross-link under the claims that it links', async () => {
  const on = { kind: 'link', id: 'x-a' } as const;
  const debate = aDebate().does('emil', comment({ commentId: 'm-link', on, text: 'Far-fetched' }));
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names: new Map(), kept: [] })),
  );
  expect(plain(pages.join(' '))).toContain(plain('On the link from 2.1 to 1.1.1 Far-fetched'));
});
