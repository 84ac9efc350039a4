import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import type { Random } from '../../simulation/random.ts';
import {
  answer,
  giveBack,
  hide,
  hold,
  mark,
  quickPoll,
  report,
  returnWording,
  settle,
  suggest,
  unreport,
  unsuggest,
} from '../debate-builder.ts';
import { addClaim } from '../log-node.ts';
import { addTask } from '../made-tasks.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../phased-debate.ts';

/** People who take part in a debate of the test. */
export const PEOPLE = ['owner', 'moderator', 'ann', 'ben', 'sam', 'oda'] as const;
export type PersonName = (typeof PEOPLE)[number];

/** All who look: the people, a program with a token of Ben's, a reader without a name, a projector. */
export const VIEWERS = [...PEOPLE, 'token', 'reader', 'stage'] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** Participants' ids; the bystander looks at nothing. */
export type Ids = Readonly<Record<PersonName | 'bystander', string>>;

/** Someone does something. In `group`: in the small group of Ann and Sam. */
export interface Act {
  readonly by: PersonName;
  readonly operation: Operation;
  readonly group?: true;
  /** Their place afterwards, writing and pointing. */
  readonly at?: string;
  /** A text whose editor they close afterwards, so that it is sealed then and not by the clock of the machine. */
  readonly closes?: string;
}

/** A kind of act that is hidden from some. */
export interface HiddenKind {
  readonly name: string;
  /** Visible operations that come first. */
  readonly before: readonly Act[];
  /** The hidden act, in one of its forms. */
  readonly act: (random: Random, ids: Ids) => readonly Act[];
  /** The viewers who may know of it. */
  readonly known: readonly ViewerName[];
  /** Operations others can do meanwhile. */
  readonly visible: readonly VisibleKind[];
  /** Shows what was hidden to everyone. */
  readonly reveal?: Act;
}

type VisibleKind = 'title' | 'light' | 'claim' | 'comment' | 'vote' | 'hand' | 'link' | 'split';

const ALL_DOINGS = ['add', 'edit', 'comment', 'vote'] as const;
const BLIND: Phase = { ...WRITING, may: ALL_DOINGS };
const KEPT: Phase = { ...OPEN, id: 'p-kept', hides: ['tallies'] };
const AGENDA: Act = { by: 'owner', operation: setAgenda([BLIND, OPEN, KEPT]) };

/** A comment of one on a claim. */
const comment = (key: string, on: string): Operation => ({
  type: 'comment.add',
  commentId: `m_${key}`,
  on: { kind: 'claim', id: on },
  replyTo: null,
  text: `A word ${key}`,
});

const add = (key: string) => addClaim(key, `Claim ${key}`, 'p_position1');
const agree = (claimId: string, wording = 1): Operation => ({
  type: 'vote.cast',
  claimId,
  answer: 'agree',
  wording,
});
/** Ann splits her claim in two, then joins it again. */
const splitClaim: Operation = {
  type: 'claim.split',
  claimId: 'c_anns',
  was: 'Claim anns',
  text: 'Claim',
  parts: [{ claimId: 'c_part', linkId: 'l_part', text: 'anns', takes: [] }],
};
const joinClaim: Operation = { type: 'claim.join', claimId: 'c_anns', parts: ['c_part'] };

/** The content before any hidden act. */
export const BEGINNING: readonly Act[] = [
  { by: 'owner', operation: add('open') },
  { by: 'ann', operation: add('anns') },
  { by: 'ann', operation: add('away') },
  { by: 'owner', operation: hide('c_away') },
  { by: 'owner', operation: quickPoll('q_one') },
  { by: 'owner', operation: { type: 'meeting.setStatus', live: true } },
  AGENDA,
  { by: 'owner', operation: addTask('t_write', 'claims', 1, { phaseId: 'p-write' }) },
  { by: 'owner', operation: addTask('t_vote', 'votes', 1) },
  { by: 'ann', operation: { type: 'perspective.show', shown: true } },
];

const TEXT = (key: string): Operation => ({
  type: 'source.add',
  sourceId: `s_${key}`,
  title: 'A source',
  url: '',
  locator: '',
  excerpt: '',
  note: '',
});

const EVERYTHING = ['title', 'light', 'hand', 'claim', 'comment', 'vote', 'link'] as const;

const addUnder = (key: string, claimId: string): Operation => ({
  ...addClaim(key, `Claim ${key}`),
  target: { kind: 'claim', id: claimId },
  positionId: null,
});

const admit = (participantId: string, membership: 'member' | 'removed'): Operation => ({
  type: 'participant.setMembership',
  participantId,
  membership,
  reason: membership === 'member' ? null : 'other',
});

const one = (act: (key: string) => readonly Act[]) => (random: Random) =>
  act(`h${random.below(1_000_000).toString(36)}`);

/** Every kind of act that nobody may learn of but who does it, their group, or moderators and those concerned. */
export const HIDDEN_KINDS: readonly HiddenKind[] = [
  {
    name: 'a claim, comment and source written blind',
    before: [{ by: 'owner', operation: turnTo('p-write') }],
    act: one((key) => [
      { by: 'ann', operation: add(key), at: `c_${key}` },
      { by: 'ann', operation: comment(key, 'c_open') },
      { by: 'ann', operation: TEXT(key) },
      { by: 'ann', operation: agree(`c_${key}`) },
      { by: 'ann', operation: agree('c_open') },
      { by: 'ann', operation: answer('q_one', 1) },
    ]),
    known: ['ann'],
    visible: ['title', 'light', 'hand'],
    reveal: { by: 'owner', operation: turnTo('p-open', 'p-write') },
  },
  {
    name: 'a vote while tallies are hidden',
    before: [{ by: 'owner', operation: turnTo('p-kept') }],
    act: () => [
      { by: 'ann', operation: agree('c_open') },
      { by: 'ann', operation: answer('q_one', 0) },
    ],
    known: ['ann'],
    visible: ['title', 'light', 'hand', 'claim', 'comment', 'link'],
    reveal: { by: 'owner', operation: turnTo('p-open', 'p-kept') },
  },
  {
    name: 'a vote of a secret ballot',
    before: [{ by: 'owner', operation: { type: 'debate.configure', ballots: 'secret' } }],
    act: () => [{ by: 'ann', operation: agree('c_open') }],
    known: ['ann'],
    visible: ['title', 'light', 'hand', 'claim', 'comment', 'link'],
  },
  {
    name: 'a vote of a secret ballot, on a claim that its author splits and joins',
    before: [{ by: 'owner', operation: { type: 'debate.configure', ballots: 'secret' } }],
    act: () => [{ by: 'sam', operation: agree('c_anns', 2) }],
    known: ['sam'],
    visible: ['split'],
  },
  {
    name: 'what is written in a small group',
    before: [],
    act: one((key) => [{ by: 'ann', operation: add(key), group: true, at: `c_${key}` }]),
    known: ['owner', 'moderator', 'ann', 'sam'],
    visible: EVERYTHING,
  },
  {
    name: 'a claim and a comment that wait, and are sent back',
    before: [{ by: 'owner', operation: { type: 'debate.configure', approval: ['debater'] } }],
    act: one((key) => [
      { by: 'ann', operation: add(key), at: `c_${key}` },
      { by: 'ann', operation: comment(key, 'c_open') },
      { by: 'moderator', operation: giveBack(`c_${key}`) },
      { by: 'ann', operation: hold(`c_${key}`) },
    ]),
    known: ['owner', 'moderator', 'ann'],
    visible: ['title', 'light', 'hand', 'vote'],
  },
  {
    name: 'a report, and what came of it',
    before: [],
    act: one((key) => [
      { by: 'ann', operation: report(key, 'c_open') },
      { by: 'moderator', operation: settle('no_action', key) },
      { by: 'ann', operation: report(`${key}a`, 'c_open') },
      { by: 'ann', operation: unreport(`${key}a`) },
    ]),
    known: ['owner', 'moderator', 'ann'],
    visible: EVERYTHING,
  },
  {
    name: 'what is done at a hidden claim',
    before: [],
    act: one((key) => [
      { by: 'ann', operation: comment(key, 'c_away'), at: 'c_away' },
      { by: 'owner', operation: addUnder(key, 'c_away'), at: `c_${key}` },
      { by: 'moderator', operation: mark('c_away', 'unclear') },
      { by: 'ann', operation: agree('c_away') },
      { by: 'owner', operation: hide(`m_${key}`) },
    ]),
    known: ['owner', 'moderator', 'ann'],
    visible: EVERYTHING,
  },
  {
    name: 'a mute, and a removal that is taken back',
    before: [],
    act: (_, { sam, bystander }) => [
      {
        by: 'owner',
        operation: { type: 'participant.mute', participantId: sam, muted: true, reason: 'other' },
      },
      { by: 'moderator', operation: admit(bystander, 'removed') },
      { by: 'owner', operation: admit(bystander, 'member') },
    ],
    known: ['owner', 'moderator', 'sam'],
    visible: EVERYTHING,
  },
  {
    name: 'a suggested wording, returned and withdrawn',
    before: [],
    act: one((key) => [
      { by: 'sam', operation: suggest(`w_${key}`, 'c_anns', ['Claim anns', 'Claim Ann']) },
      { by: 'ann', operation: returnWording(`w_${key}`) },
      { by: 'sam', operation: suggest(`w_${key}a`, 'c_anns', ['Claim anns', 'A claim of Ann']) },
      { by: 'sam', operation: unsuggest(`w_${key}a`) },
    ]),
    known: ['owner', 'moderator', 'ann', 'sam'],
    visible: EVERYTHING,
  },
];

/** A random act that all see. */
export function visibleAct(kinds: readonly VisibleKind[], nth: number, random: Random): Act {
  const writer = random.pick(['owner', 'ben', 'ann'] as const) ?? 'ben';
  switch (random.pick(kinds)) {
    case 'light':
      return { by: 'owner', operation: { type: 'spotlight.set', on: 'c_open', call: random.chance(0.5) } };
    case 'claim':
      return { by: writer, operation: add(`v${nth}`) };
    case 'comment':
      return { by: writer, operation: comment(`v${nth}`, random.pick(['c_open', 'c_anns']) ?? 'c_open') };
    case 'vote':
      return { by: writer, operation: agree(random.pick(['c_open', 'c_anns']) ?? 'c_open') };
    case 'hand':
      return { by: 'ben', operation: { type: 'hand.raise' } };
    case 'split':
      if (nth === 0) return { by: 'ann', operation: splitClaim };
      if (nth === 1) return { by: 'ann', operation: joinClaim, closes: 'c_anns' };
      return { by: 'owner', operation: { type: 'debate.edit', title: `Title ${nth}` } };
    case 'link':
      return {
        by: writer,
        operation: {
          type: 'link.add',
          linkId: `x_${nth}`,
          from: 'c_anns',
          target: { kind: 'claim', id: 'c_open' },
          relation: 'support',
        },
      };
    default:
      return { by: 'owner', operation: { type: 'debate.edit', title: `Title ${nth}` } };
  }
}
