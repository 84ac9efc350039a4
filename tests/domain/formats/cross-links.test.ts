import { expect, test } from 'vitest';
import { argumentMapOf } from '#domain/formats/argument-map.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import { aDebate, crossLink, hide, newClaim } from '../../support/debate-builder.ts';
import { writtenText } from '../../support/exchanged.ts';

/** 1.1.1.1 attacks the step of 1.1.1; 2.1 attacks 1.1.1; 1.2 attacks that link, 2.2 that attack, and 1.1 that one in turn. */
const debate = aDebate()
  .does('dana', newClaim('e', 'east', { text: 'eight' }))
  .does('emil', newClaim('w', 'west', { text: 'nine' }))
  .does('dana', crossLink('x-e', 'c-e', 'x-a'))
  .does('emil', crossLink('x-w', 'c-w', 'x-e'))
  .does('dana', crossLink('x-c', 'c-a', 'x-w'));

const exchanged = (builder: typeof debate) => ({
  state: builder.projection('olga'),
  names: new Map<string, string>(),
  kept: [],
});

const written = (format: FormatName) => writtenText(format, exchanged(debate));

const crossLinkIds = (builder: typeof debate) =>
  argumentMapOf(exchanged(builder)).crossLinks.map(({ id }) => id);

test('a cross-link that attacks another one is on the map, and so is an attack on that one', () => {
  expect(crossLinkIds(debate)).toEqual(['x-c', 'x-e', 'x-a', 'x-w']);
});

test('without the claim of the first one, the attacks on it are gone from the map too', () => {
  expect(crossLinkIds(debate.copy().does('mona', hide('c-d')))).toEqual([]);
});

test('Markdown and the page say what they attack', () => {
  const [, across = ''] = written('markdown').split('## Links across\n\n');
  expect(across.split('\n\n')[0]?.split('\n')).toEqual([
    '- 1.1 attacks the link from 2.2 to a link from 1.2',
    '- 1.2 attacks the link from 2.1 to 1.1.1',
    '- 2.1 attacks 1.1.1',
    '- 2.2 attacks the link from 1.2 to a link from 2.1',
  ]);
  const link = (number: string) => `<a href="#claim-${number}">${number}</a>`;
  expect(written('html')).toContain(`also attacks the link from ${link('2.1')} to ${link('1.1.1')}`);
  expect(written('html')).toContain(
    `also attacks the link from ${link('2.2')} to a link from ${link('1.2')}`,
  );
});

test('Markdown and the page say of what kind of argument one is, and its open questions', () => {
  const schemed = debate.copy().does('olga', { type: 'link.setScheme', linkId: 'x-a', scheme: 'sign' });
  const open =
    'open questions: How often is the sign right? Could it mean something else? Was the sign observed reliably?';
  expect(writtenText('markdown', exchanged(schemed))).toContain(
    `- 2.1 attacks 1.1.1 (kind of argument: sign; ${open})\n`,
  );
  expect(writtenText('html', exchanged(schemed))).toContain(
    `also attacks <a href="#claim-1.1.1">1.1.1</a>, kind of argument: sign, ${open}`,
  );
});

test('graphs end them on the links that they attack', () => {
  const attack = 'color="#b3362b", style=dashed, label="−", constraint=false';
  expect(written('dot')).toContain(`"c-e" -> "at x-e" [${attack}, arrowhead=none];`);
  expect(written('dot')).toContain(`"at x-e" -> "at x-a" [${attack}];`);
  expect(written('graphml')).toContain('source="n-c-e" target="n-c-d"');
  expect(written('graphml')).toContain('<data key="edge-undercuts">e-x-a</data>');
});

test('Kialo’s text refers to them below the claims whose links they attack', () => {
  const references = written('kialo').match(/[\d.]+ Con:\s+-> See [\d.]+/g);
  expect(references?.map((reference) => reference.split(/\s+/).filter((part) => /^\d/.test(part)))).toEqual([
    ['1.1.1.1.2.', '1.2.1.'],
    ['1.1.2.1.', '1.2.2.'],
    ['1.2.1.1.', '1.1.2.'],
    ['1.2.2.1.', '1.1.1.'],
  ]);
});

test('two links from the same claim to a claim and to its links are one in Kialo’s text, and two in Argdown', () => {
  const more = debate.copy().does('dana', crossLink('x-s', 'c-e', 'l-d'), crossLink('x-d', 'c-e', 'c-d'));
  const kialo = writtenText('kialo', exchanged(more));
  expect(kialo.match(/-> See 1\.1\.2\./g)).toHaveLength(1);
  const argdown = writtenText('argdown', exchanged(more));
  expect(argdown.match(/^<2\.1>\n {2}[-_] <1\.2>$/gm)?.toSorted()).toEqual([
    '<2.1>\n  - <1.2>',
    '<2.1>\n  _ <1.2>',
  ]);
});

test('Argdown has them as attacks on the steps of the claims that those links come from', () => {
  const undercuts = [...written('argdown').matchAll(/^(<[\d.]+>)\n {2}_ (<[\d.]+>)$/gm)];
  expect(undercuts.map(([, to, from]) => `${from} to ${to}`)).toEqual([
    '<1.1> to <2.2>',
    '<1.2> to <2.1>',
    '<2.2> to <1.2>',
  ]);
});
