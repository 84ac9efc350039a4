import { expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { aDebate, type DebateBuilder, lock } from '#tests/support/debate-builder.ts';
import { type DecisionCase, describeDecisions } from '#tests/support/decision-cases.ts';
import {
  AGREED,
  conclude,
  recordSignOff,
  sign,
  UNSIGN,
  writeConclusion,
} from '#tests/support/made-conclusion.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const write = (text: string) => writeConclusion('agreements', text, AGREED, 2);
const wrote = (text: string) =>
  ({ type: 'conclusion.edited', section: 'agreements', change: diffText(AGREED, text) }) as const;
const signed = (signatureId: string, positionId = 'east', revision = 2) =>
  ({ type: 'conclusion.signed', signatureId, positionId, revision }) as const;
const again = (signatureId: string, positionId: string, revision?: number) =>
  ({ ...signed(signatureId, positionId, revision), instead: 'n-d' }) as const;
const recorded = (signatureId: string, positionId = 'east', revision = 2) =>
  ({ ...signed(signatureId, positionId, revision), recorded: true }) as const;
const unsigned = (signatureId: string) => ({ type: 'conclusion.unsigned', signatureId }) as const;
const cites = (count: number) => Array.from({ length: count }, () => '<#c-a>').join(' ');

const closed = (debate: DebateBuilder) => debate.does('olga', conclude(false));
const cleared = (debate: DebateBuilder) => debate.does('olga', { type: 'debate.clear' });
const reworded = (debate: DebateBuilder) => debate.does('dana', write('one two three'));
const locked = (debate: DebateBuilder) => debate.does('olga', lock('*'));
const inPhase = (phase: typeof VOTING) => (debate: DebateBuilder) =>
  debate.does('olga', setAgenda([phase, OPEN]), turnTo(phase.id));
const teamless = (debate: DebateBuilder) => debate.does('olga', { type: 'debate.configure', teams: 'off' });
const team = (participantId: string, positionId: string) => (debate: DebateBuilder) =>
  debate.does(participantId, { type: 'team.choose', participantId, team: positionId });
/** Another conclusion, after as many edits as the one that was cleared. */
const begunAgain = (debate: DebateBuilder) =>
  cleared(debate).does('olga', conclude(), writeConclusion('agreements', 'Prices are all'));
const muted = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'participant.mute', participantId: 'dana', muted: true, reason: 'flooding' });
const observing = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'participant.appoint', participantId: 'dana', role: 'observer' });
const signedByDana = (debate: DebateBuilder) => team('dana', 'east')(debate).does('dana', sign('n-d'));

const STATUS: DecisionCase<OperationOf<'conclusion.setStatus'>>[] = [
  ['[CN1] closing it', 'mona', conclude(false), { type: 'conclusion.statusChanged', open: false }],
  ['closing a closed one', 'mona', conclude(false), 'nothing_changed', closed],
  ['opening an open one', 'mona', conclude(), 'nothing_changed'],
  ['opening it again', 'mona', conclude(), { type: 'conclusion.statusChanged', open: true }, closed],
  ['beginning it', 'olga', conclude(), { type: 'conclusion.statusChanged', open: true }, cleared],
  ['closing what was never begun', 'olga', conclude(false), 'nothing_changed', cleared],
  ['by a debater', 'dana', conclude(false), 'not_allowed'],
];

const EDIT: DecisionCase<OperationOf<'conclusion.edit'>>[] = [
  ['[CN2] of a debater', 'dana', write('one two three'), wrote('one two three')],
  ['of a moderator', 'mona', write('one'), wrote('one')],
  ['of a suggester', 'susi', write('one'), 'not_allowed'],
  ['of an observer', 'otto', write('one'), 'not_allowed'],
  ['that empties a section', 'dana', write(''), wrote('')],
  ['that changes nothing', 'dana', write(AGREED), 'nothing_changed'],
  ['as long as may be', 'dana', write('x'.repeat(LIMITS.conclusionCharacters)), wrote('x'.repeat(5_000))],
  ['too long', 'dana', write('x'.repeat(LIMITS.conclusionCharacters + 1)), 'text_too_long'],
  ['on a revision from the future', 'dana', { ...write('one'), base: 9 }, 'base_too_old'],
  ['that does not fit', 'dana', { ...write('one'), change: [99] }, 'change_malformed'],
  ['with a control character', 'dana', write('one \u0007'), 'text_malformed'],
  ['[CN3] with as many citations as may be', 'dana', write(cites(50)), wrote(cites(50))],
  ['with one more', 'dana', write(cites(51)), 'too_many'],
  ['[CN1] while it is closed', 'dana', write('one'), 'conclusion_closed', closed],
  ['of none', 'dana', write('one'), 'conclusion_closed', cleared],
  ['in a phase for voting alone', 'dana', write('one'), wrote('one'), inPhase(VOTING)],
  ['[CN2] in a blind phase', 'dana', write('one'), 'phase_closed', inPhase(WRITING)],
  ['in a locked debate', 'dana', write('one'), 'locked', locked],
  ['in a locked debate by a moderator', 'mona', write('one'), wrote('one'), locked],
];

const SIGN: DecisionCase<OperationOf<'conclusion.sign'>>[] = [
  ['[CN4] for their own team', 'dana', sign('n-d'), signed('n-d'), team('dana', 'east')],
  ['for another team', 'dana', sign('n-d', 'west'), 'other_team', team('dana', 'east')],
  ['without a team', 'dana', sign('n-d'), 'no_team'],
  ['for any position without teams', 'dana', sign('n-d', 'west'), signed('n-d', 'west'), teamless],
  ['of a suggester', 'susi', sign('n-d'), signed('n-d'), teamless],
  ['of an observer', 'otto', sign('n-d'), 'not_allowed', teamless],
  ['for no position', 'dana', sign('n-d', 'north'), 'unknown_position', teamless],
  [
    'of a version that was cleared',
    'dana',
    sign('n-d'),
    'conclusion_changed',
    (d) => begunAgain(teamless(d)),
  ],
  ['of an earlier version', 'dana', sign('n-d', 'east', 1), 'conclusion_changed', teamless],
  ['of a later version', 'dana', sign('n-d', 'east', 3), 'conclusion_changed', teamless],
  ['of nothing', 'dana', sign('n-d'), 'conclusion_empty', (d) => teamless(d).does('dana', write(' '))],
  ['of none', 'dana', sign('n-d'), 'conclusion_empty', (d) => cleared(teamless(d))],
  ['of a closed one', 'dana', sign('n-d'), signed('n-d'), (d) => closed(teamless(d))],
  ['in a blind phase', 'dana', sign('n-d'), signed('n-d'), (d) => inPhase(WRITING)(teamless(d))],
  ['again', 'dana', sign('n-x'), 'nothing_changed', signedByDana],
  [
    'of a new version',
    'dana',
    sign('n-x', 'east', 3),
    again('n-x', 'east', 3),
    (d) => reworded(signedByDana(d)),
  ],
  ['for another one', 'dana', sign('n-x', 'west'), again('n-x', 'west'), (d) => teamless(signedByDana(d))],
  ['with an id of something else', 'dana', sign('c-a'), 'id_taken', teamless],
  ['in a locked debate', 'dana', sign('n-d'), 'locked', (d) => locked(teamless(d))],
];

const RECORD: DecisionCase<OperationOf<'conclusion.record'>>[] = [
  ['[CN6] for a position', 'mona', recordSignOff('n-w', 'west'), recorded('n-w', 'west')],
  ['a second time', 'mona', recordSignOff('n-w'), 'nothing_changed'],
  [
    'of a new version',
    'mona',
    recordSignOff('n-w', 'east', 3),
    { ...recorded('n-w', 'east', 3), instead: 'n-e' },
    reworded,
  ],
  ['of an earlier version', 'mona', recordSignOff('n-w', 'west', 2), 'conclusion_changed', reworded],
  ['for no position', 'mona', recordSignOff('n-w', 'north'), 'unknown_position'],
  ['with an id of something else', 'mona', recordSignOff('c-a', 'west'), 'id_taken'],
  ['by a debater', 'dana', recordSignOff('n-w', 'west'), 'not_allowed'],
  ['removed', 'mona', recordSignOff('n-w', 'east', null), unsigned('n-e')],
  ['removed where there is none', 'mona', recordSignOff('n-w', 'west', null), 'unknown_signature'],
];

const UNSIGNED: DecisionCase<OperationOf<'conclusion.unsign'>>[] = [
  ['[CN5] their own', 'dana', UNSIGN, unsigned('n-d'), signedByDana],
  ["another person's", 'emil', UNSIGN, 'unknown_signature', signedByDana],
  ['one that they recorded', 'mona', UNSIGN, 'unknown_signature'],
  ['of an observer', 'dana', UNSIGN, unsigned('n-d'), (d) => observing(signedByDana(d))],
  ['of a muted person', 'dana', UNSIGN, unsigned('n-d'), (d) => muted(signedByDana(d))],
  ['of an observer who never signed', 'otto', UNSIGN, 'unknown_signature'],
];

describeDecisions('conclusion.setStatus', STATUS);
describeDecisions('conclusion.edit', EDIT);
describeDecisions('conclusion.sign', SIGN);
describeDecisions('conclusion.record', RECORD);
describeDecisions('conclusion.unsign', UNSIGNED);

test('[CN2] people who may add claims write it in every phase but a blind one', () => {
  for (const phase of [VOTING, OPEN]) {
    const debate = aDebate().does('olga', setAgenda([phase]), turnTo(phase.id));
    expect(debate.refusal('dana', write('one'))).toBeNull();
  }
  expect(inPhase(WRITING)(aDebate()).refusal('olga', write('one'))).toBe('phase_closed');
});

test('[CN6] a record of moderators stands beside what its people signed', () => {
  const debate = signedByDana(aDebate());
  expect([...debate.state.signatures.keys()].sort()).toEqual(['n-d', 'n-e', 'n-o']);
  debate.does('mona', recordSignOff('n-w', 'east', null));
  expect([...debate.state.signatures.keys()].sort()).toEqual(['n-d', 'n-o']);
});

test('[CN4] a muted person signs nothing', () => {
  expect(muted(teamless(aDebate())).refusal('dana', sign('n-d'))).toBe('muted');
});

test('[CN4] for a removed position nobody signs, and nothing is recorded', () => {
  const { state } = teamless(aDebate());
  const west = state.positions.get('west');
  if (!west) throw new Error('no west');
  const without = { ...state, positions: state.positions.set('west', { ...west, removed: true }) };
  const refused = { ok: false, rejection: { code: 'position_removed' } };
  expect(decide(without, sign('n-d', 'west'), { id: 'dana', role: 'debater' })).toMatchObject(refused);
  expect(decide(without, recordSignOff('n-w', 'west'), { id: 'mona', role: 'moderator' })).toMatchObject(
    refused,
  );
});
