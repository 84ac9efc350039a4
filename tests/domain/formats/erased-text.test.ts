import { expect, test } from 'vitest';
import { blankText } from '#domain/debate/erasure/tombstone.ts';
import { writeHtml } from '#domain/formats/pages/write-html.ts';
import { writeMarkdown } from '#domain/formats/pages/write-markdown.ts';
import { aDebate, cite, SOURCE } from '../../support/debate-builder.ts';

/** A debate with erased words in a claim, a comment, a summary, a source and the conclusion. */
function erased() {
  const { state } = aDebate().does('dana', cite('c-b'));
  const part = (text: string) => `${blankText('words')} ${text}`;
  return {
    ...state,
    claims: state.claims.map((claim) =>
      claim.id === 'c-b' ? { ...claim, text: blankText(claim.text) } : { ...claim, text: part(claim.text) },
    ),
    comments: state.comments.map((one) => ({ ...one, text: part(one.text) })),
    positions: state.positions.map((one) => ({ ...one, summary: part('summary') })),
    sources: state.sources.map((one) => ({ ...one, title: blankText(SOURCE.title) })),
    conclusion: state.conclusion && { ...state.conclusion, agreements: part('count') },
  };
}

test.each([
  ['Markdown', writeMarkdown],
  ['HTML', writeHtml],
])('%s says where words were erased, and has no blanks', (_, write) => {
  const text = [...write({ state: erased(), names: new Map(), kept: [] })].join('');
  expect(text).not.toContain('░');
  for (const words of ['Text deleted at its author’s request', 'text deleted] one two three'])
    expect(text).toContain(words);
  expect(text.split('text deleted]').length - 1).toBeGreaterThanOrEqual(5);
});
