import type { Operation, OperationOf } from '../../domain/debate/engine/operations.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import {
  aDebate,
  articleOf,
  cite,
  citePassage,
  comment,
  crossLink,
  type DebateBuilder,
  hide,
  merge,
  newClaim,
  retract,
  SOURCE,
  targetOf,
} from './debate-builder.ts';
import { later } from './later.ts';
import { writeConclusion } from './made-conclusion.ts';
import { recognize, SWITCHED, steelman } from './made-steelmen.ts';
import { setScheme, vote } from './pairs/made-operations.ts';

type Steps = readonly (readonly [who: string, ...operations: Operation[]])[];

const ARTICLE = 'The 🚌 ran late.\nIt says so.\nAnd it ran on.';

const HEAD: Steps = [
  ['mona', recognize('a-r')],
  [
    'olga',
    { type: 'agenda.goTo', from: SWITCHED.id, to: null },
    { type: 'debate.edit', title: 'Buses & *trams*', motion: 'Close <the> street_' },
    { type: 'position.add', positionId: 'north', name: 'North "N"', hue: 'teal', summary: 'Up\n1. there' },
  ],
];

const CLAIMS: Steps = [
  ['dana', newClaim('e', 'c-b', { relation: 'attack', text: 'Two lines:\n- [x](y) #1' })],
  ['emil', newClaim('f', 'c-e', { text: 'Deep', positionId: 'west' })],
  ['emil', newClaim('g', 'east', { relation: 'attack', text: `=${'long '.repeat(20)}end` })],
  ['dana', newClaim('h', 'c-g', { text: 'Under a retracted one' })],
  ['dana', newClaim('i', 'west', { text: 'Hidden words' }), newClaim('j', 'c-i', { text: 'Hidden too' })],
  ['emil', newClaim('k', 'west', { text: 'Seven again' })],
  ['dana', newClaim('l', 'c-k', { text: 'Moves along' })],
  ['emil', crossLink('x-b', 'c-d', 'east'), { ...crossLink('x-c', 'c-f', 'c-a'), relation: 'support' }],
  ['dana', crossLink('x-d', 'c-f', 'l-b')],
  ['dana', newClaim('v', 'x-a', { relation: 'attack', text: 'Not across' })],
  ['mona', setScheme('l-b', 'example', [1, 3]), setScheme('l-d', 'sign', [1, 2, 3])],
  ['dana', vote('c-a', 'disagree'), vote('c-b', 'pass')],
  ['olga', vote('c-a', 'agree'), vote('c-e', 'disagree')],
  ['emil', retract('c-g')],
  ['emil', comment({ commentId: 'm-k', on: targetOf('c-k'), text: 'Twice' })],
  ['mona', hide('c-i'), merge('c-k', 'c-d')],
];

const SOURCES: Steps = [
  [
    'dana',
    source('b', { title: 'Book, [2nd] ed.', locator: 'p. 7', excerpt: 'Quoted *words*\nin two lines' }),
  ],
  ['dana', source('c', { title: 'Site', url: 'https://example.org/a?b=1&c=<2>' })],
  ['dana', source('d', { title: 'Never cited', note: 'For me' })],
  ['olga', articleOf('s-a', ['', ARTICLE])],
  ['dana', cite('c-a', 's-b'), citePassage('q-a', 'c-a', [ARTICLE, 'It says so']), cite('c-e', 's-c')],
  ['emil', citePassage('q-d', 'c-d', [ARTICLE, 'ran late.\nIt'])],
];

const WORDS: Steps = [
  ['emil', comment({ commentId: 'm-r', replyTo: 'm-a', text: '**Since** <@dana> & <#c-b>' })],
  ['emil', comment({ commentId: 'm-l', on: targetOf('l-b'), text: 'A leap\n\n- one\n- two' })],
  ['susi', comment({ commentId: 'm-p', on: targetOf('east'), text: 'Rising' })],
  ['dana', comment({ commentId: 'm-w', text: 'Withdrawn' }), { type: 'comment.withdraw', commentId: 'm-w' }],
  ['dana', { type: 'comment.resolve', commentId: 'm-a', resolved: true }],
  ['olga', writeConclusion('cruxes', 'As <#c-a> says.\nNot <#c-i>.')],
];

/**
 * A debate with all that files show: `aDebate()` with a third position that has no claim, claims with no, one and several votes, words with
 * signs of markup, retracted, hidden and merged claims, links across to a claim, a position and a step, kinds of argument with open and
 * with answered questions, a recognized steelman, sources with and without an address, passages, comments on everything, also on a merged
 * claim, a conclusion.
 */
export function aFullDebate(): DebateBuilder {
  const debate = steelman(aDebate());
  debate.now = Date.UTC(2026, 0, 5, 9);
  for (const [who, ...operations] of [...HEAD, ...CLAIMS, ...SOURCES, ...WORDS])
    for (const operation of operations) later(debate, 60_000).does(who, operation);
  return debate;
}

/** `aFullDebate()` as files are made of it, with the names of two of its people. */
export function fullDebateForExport(): ExchangedDebate {
  const { state } = aFullDebate();
  const names = new Map([
    ['dana', 'Dana *D* <d>'],
    ['emil', 'Emil'],
  ]);
  return { state: { ...state, numbering: null }, names, kept: [] };
}

function source(key: string, more: Partial<OperationOf<'source.add'>>): OperationOf<'source.add'> {
  return { ...SOURCE, sourceId: `s-${key}`, url: '', locator: '', ...more };
}
