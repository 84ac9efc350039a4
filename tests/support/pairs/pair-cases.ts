import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation, OperationOf, OperationType } from '#domain/debate/engine/operations.ts';
import type { Reaction } from '#domain/debate/map/claim.ts';
import type { Membership, Reason } from '#domain/debate/participants/participant.ts';
import { diffText, type TextChange } from '#domain/ot/text-change.ts';
import {
  acceptWording,
  aDebate,
  answer,
  articleOf,
  assign,
  bring,
  bringBack,
  CREATE,
  cite,
  citePassage,
  closePoll,
  comment,
  crossLink,
  type DebateBuilder,
  form,
  giveBack,
  hide,
  hold,
  isTheServers,
  join,
  lock,
  mark,
  meet,
  merge,
  move,
  newClaim,
  OPEN,
  POLLING,
  quickPoll,
  reopenWording,
  report,
  restore,
  retract,
  returnWording,
  revise,
  SOURCE,
  seal,
  setAgenda,
  settle,
  split,
  stancePoll,
  suggest,
  sweep,
  targetOf,
  toPlenary,
  turnGroup,
  turnTo,
  unlock,
  unmark,
  unmerge,
  unreport,
  unsuggest,
  VOTING,
  WRITING,
} from '../debate-builder.ts';

/**
 * `aDebate()` and, beside c-d in the west: c-e, c-f and c-g, where c-e cites s-a and has votes of moderators; the retracted
 * claims c-q and c-r; the standing cross-link x-b (c-a to c-g); the retracted x-r and x-s, both from c-b to c-d; the
 * withdrawn comments m-w and m-v; c-s and the comment m-s, reworded and not sealed yet; the hidden c-h and m-h; c-i, which
 * waits, and c-j, which was returned; the
 * lock on c-f alone; an agenda whose phase p-open, in which everything may be done, is on; c-k, which was merged into c-g; c-w, of which c-x was split off, and c-y, to which its part c-z was joined
 * again; the closed polls p-b on the motion and p-r, the open p-o with answers of moderators; the raised hands of dana and
 * emil, while mona speaks; the article of s-a, of which c-e cites a passage; susi's suggestions w-o and w-p for c-e, which wait, and
 * w-z, which was returned; the light on mona's c-l; the groups g-a of susi and
 * g-b of nobody, and g-c of dana, which is closed; a meeting that goes on; dana's c-a and m-a marked as unclear; the reports r-o and r-p of otto, r-q of susi and r-z, which is dealt with.
 */
export function aBusyDebate(): DebateBuilder {
  return aDebate()
    .does('dana', { ...SOURCE, sourceId: 's-b' })
    .does('emil', newClaim('e', 'west', { text: 'eight nine', sources: ['s-a'] }))
    .does('emil', newClaim('f', 'west'), newClaim('g', 'west'))
    .does('dana', newClaim('q', 'east'), newClaim('r', 'east'), retract('c-q'), retract('c-r'))
    .does('emil', crossLink('x-b', 'c-a', 'c-g'))
    .does('emil', crossLink('x-r', 'c-b', 'c-d'), { type: 'link.retract', linkId: 'x-r' })
    .does('emil', crossLink('x-s', 'c-b', 'c-d'), { type: 'link.retract', linkId: 'x-s' })
    .does('dana', comment({ commentId: 'm-w' }), { type: 'comment.withdraw', commentId: 'm-w' })
    .does('dana', comment({ commentId: 'm-v' }), { type: 'comment.withdraw', commentId: 'm-v' })
    .does('emil', newClaim('s', 'west', { text: 'ten eleven' }), edit('c-s', 'ten eleven', 'ten twelve'))
    .does('dana', comment({ commentId: 'm-s' }), commentEdit('m-s', 'So?', 'So what?'))
    .does('emil', newClaim('h', 'west'), newClaim('i', 'west'), newClaim('j', 'west'))
    .does('olga', hold('c-i', 'c-j'), giveBack('c-j'))
    .does('dana', comment({ commentId: 'm-h' }))
    .does('olga', hide('c-h', 'm-h'), lock('c-f'))
    .does('olga', mark('c-a', 'unclear'), mark('m-a', 'unclear'))
    .does('otto', report('r-o', 'c-e'), report('r-p', 'c-f'), report('r-z', 'c-d'))
    .does('susi', report('r-q', 'c-e'))
    .does('olga', articleOf('s-a', ['', ARTICLE]), citePassage('q-e', 'c-e', [ARTICLE, 'Trees give']))
    .does('susi', suggest('w-o', 'c-e', ['eight nine', 'eight nine ten']))
    .does('susi', suggest('w-p', 'c-e', ['eight nine', 'eleven nine']))
    .does('susi', suggest('w-z', 'c-e', ['eight nine', 'nine eight']))
    .does('emil', returnWording('w-z'))
    .does('olga', settle('no_action', 'r-z'))
    .does('olga', setAgenda(AGENDA), turnTo('p-open'))
    .does('olga', vote('c-e', 'agree'))
    .does('mona', vote('c-e', 'pass'))
    .does('dana', newClaim('k', 'west'), newClaim('w', 'east', { text: 'ten eleven' }))
    .does('dana', newClaim('y', 'west', { text: 'twelve thirteen' }))
    .does('dana', split('c-w', ['ten eleven', 'ten'], { key: 'x', text: 'eleven' }), PART_AGAIN)
    .does('olga', merge('c-k', 'c-g'), join('c-y', 'c-z'))
    .does('olga', form('a', 'susi'), form('b'), form('c', 'dana'), turnGroup('c', 'closed'))
    .does('olga', stancePoll('p-b', 'before'), closePoll('p-b'))
    .does('olga', quickPoll('p-r'), closePoll('p-r'), quickPoll('p-o'), answer('p-o', 0))
    .does('mona', answer('p-o', 0))
    .does('mona', newClaim('l', 'east'))
    .does('dana', { type: 'hand.raise' })
    .does('emil', { type: 'hand.raise' })
    .does('olga', { type: 'floor.give', to: 'mona', seconds: 60 }, light('c-l'));
}

const ARTICLE = 'Trees give shade. Shade is cool.';

/** A time is given to the phase that is on. */
const AGENDA = [WRITING, { ...OPEN, minutes: 20 }, VOTING, POLLING];

function time(
  act: OperationOf<'agenda.setTimer'>['act'],
  seconds: number | null = null,
): OperationOf<'agenda.setTimer'> {
  return { type: 'agenda.setTimer', phaseId: 'p-open', act, seconds };
}

/** Done first, and again where the part was joined meanwhile. */
const PART_AGAIN = split('c-y', ['twelve thirteen', 'twelve'], { key: 'z', text: 'thirteen' });

/**
 * Operations people might submit in `aBusyDebate()`, of each type enough to conflict: on the same thing and on
 * others. An operation of a new type needs its own here.
 */
export const PAIR_CASES: { readonly [T in OperationType]: readonly OperationOf<T>[] } = {
  'debate.create': [CREATE, { ...CREATE, title: 'Another' }],
  'participant.join': [
    { type: 'participant.join', participantId: 'nina', role: 'debater' },
    { type: 'participant.join', participantId: 'tina', role: 'observer' },
  ],
  'participant.appoint': [
    { type: 'participant.appoint', participantId: 'emil', role: 'moderator' },
    { type: 'participant.appoint', participantId: 'emil', role: 'observer' },
    { type: 'participant.appoint', participantId: 'susi', role: 'observer' },
  ],
  'debate.transfer': [
    { type: 'debate.transfer', participantId: 'emil' },
    { type: 'debate.transfer', participantId: 'dana' },
  ],
  'participant.mute': [mute('otto', 'flooding'), mute('emil', 'flooding'), mute('dana', 'abusive')],
  'participant.setMembership': [
    admit('otto', 'removed'),
    admit('otto', 'banned'),
    admit('emil', 'removed'),
    admit('dana', 'removed'),
    admit('dana', 'banned'),
  ],
  'participant.rename': [
    { type: 'participant.rename', participantId: 'otto', name: 'Otto the second' },
    { type: 'participant.rename', participantId: 'emil', name: 'Emil the second' },
  ],
  'participant.erase': [
    { type: 'participant.erase', participantId: 'otto', words: true },
    { type: 'participant.erase', participantId: 'emil', words: false },
    { type: 'participant.erase', participantId: 'dana', words: true },
    { type: 'participant.erase', participantId: 'susi', words: false },
  ],
  'team.choose': [
    { type: 'team.choose', participantId: 'otto', team: 'east' },
    { type: 'team.choose', participantId: 'otto', team: 'west' },
    { type: 'team.choose', participantId: 'emil', team: 'west' },
  ],
  'debate.edit': [
    { type: 'debate.edit', title: 'One' },
    { type: 'debate.edit', title: 'Two' },
    { type: 'debate.edit', motion: 'One' },
  ],
  'debate.configure': [
    { type: 'debate.configure', guests: 'none' },
    { type: 'debate.configure', guests: 'observer' },
    { type: 'debate.configure', wording: 'own' },
    { type: 'debate.configure', teams: 'off' },
    { type: 'debate.configure', names: 'pseudonyms' },
    { type: 'debate.configure', names: 'anonymous' },
  ],
  'debate.setVisibility': [
    { type: 'debate.setVisibility', visibility: 'unlisted' },
    { type: 'debate.setVisibility', visibility: 'private' },
  ],
  'debate.setStatus': [
    { type: 'debate.setStatus', status: 'closed' },
    { type: 'debate.setStatus', status: 'archived' },
  ],
  'debate.delete': [{ type: 'debate.delete', deleted: true }],
  'debate.restrict': [
    { type: 'debate.restrict', restriction: 'closed', reason: 'Unlawful' },
    { type: 'debate.restrict', restriction: 'closed', reason: 'Spam' },
    { type: 'debate.restrict', restriction: 'hidden', reason: 'Unlawful' },
    { type: 'debate.restrict', restriction: 'deleted', reason: 'Unlawful' },
  ],
  'debate.clear': [{ type: 'debate.clear' }],
  'agenda.set': [
    setAgenda([WRITING, OPEN], 1),
    setAgenda([...AGENDA, { ...VOTING, id: 'p-again' }], 1),
    setAgenda([WRITING, { ...OPEN, may: ['vote'] }, VOTING], 1),
    setAgenda([WRITING, { ...OPEN, hides: ['claims'] }, VOTING], 1),
  ],
  'agenda.goTo': [
    turnTo('p-write', 'p-open'),
    turnTo('p-vote', 'p-open'),
    turnTo('p-poll', 'p-open'),
    turnTo(null, 'p-open'),
  ],
  'agenda.setTimer': [time('start', 300), time('extend', 60), time('pause'), time('stop')],
  'position.add': [
    { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: '' },
    { type: 'position.add', positionId: 'south', name: 'South', hue: 'olive', summary: '' },
  ],
  'position.edit': [
    { type: 'position.edit', positionId: 'east', name: 'Orient' },
    { type: 'position.edit', positionId: 'east', name: 'Levant' },
    { type: 'position.edit', positionId: 'east', hue: 'umber' },
    { type: 'position.edit', positionId: 'west', name: 'Occident' },
  ],
  'claim.add': [
    newClaim('n', 'c-a', { sources: ['s-a'] }),
    newClaim('o', 'c-a'),
    newClaim('p', 'west', { after: 'l-d' }),
    newClaim('s', 'west', { after: null }),
    newClaim('t', 'l-b', { relation: 'attack' }),
    newClaim('v', 'x-a', { relation: 'attack' }),
  ],
  'claim.edit': [
    edit('c-a', 'one two three', 'one 2 three'),
    edit('c-a', 'one two three', 'one two three four'),
    edit('c-a', 'one two three', 'two three'),
    edit('c-d', 'seven', 'seventy'),
    edit('c-e', 'eight nine', 'eight or nine'),
  ],
  'claim.move': [
    move('c-a', 'c-d'),
    move('c-a', 'west', null),
    move('c-d', 'c-a'),
    move('c-d', 'east', 'l-a'),
    move('c-b', 'c-d'),
    move('c-b', 'east'),
    move('c-e', 'west', 'l-f'),
    move('c-e', 'west', 'l-g'),
    move('c-f', 'west', 'l-d'),
    move('c-g', 'west', null),
    { ...move('c-e', 'l-b'), relation: 'attack' },
    { ...move('c-f', 'x-a'), relation: 'attack' },
  ],
  'claim.retract': [retract('c-a'), retract('c-b'), retract('c-d'), retract('c-e')],
  'claim.restore': [restore('c-q'), restore('c-r')],
  'claim.cite': [
    citePassage('q-1', 'c-e', [ARTICLE, 'Shade is']),
    citePassage('q-2', 'c-e', [ARTICLE, 'is cool']),
    cite('c-a'),
    cite('c-a', 's-b'),
    cite('c-d'),
  ],
  'claim.uncite': [{ type: 'claim.uncite', claimId: 'c-e', sourceId: 's-a' }],
  'link.add': [
    crossLink('x-1', 'c-a', 'c-d'),
    crossLink('x-2', 'c-a', 'c-d'),
    crossLink('x-3', 'c-b', 'c-d'),
    crossLink('x-4', 'c-d', 'l-b'),
    crossLink('x-5', 'c-e', 'x-a'),
  ],
  'link.retract': [
    { type: 'link.retract', linkId: 'x-a' },
    { type: 'link.retract', linkId: 'x-b' },
  ],
  'link.restore': [
    { type: 'link.restore', linkId: 'x-r' },
    { type: 'link.restore', linkId: 'x-s' },
  ],
  'claim.react': [
    react('c-e', 'unclear'),
    react('c-e', 'insightful'),
    react('c-e', 'unclear'),
    react('c-a', 'well_put'),
  ],
  'link.weigh': [weigh('l-e', 3), weigh('l-e', 1), weigh('l-e', 3), weigh('x-a', 0), weigh('l-a', 4)],
  'source.add': [
    { ...SOURCE, sourceId: 's-m' },
    { ...SOURCE, sourceId: 's-n' },
  ],
  'source.edit': [
    sourceEdit('excerpt', 'It says so'),
    sourceEdit('excerpt', 'On page two'),
    sourceEdit('note', 'Read it'),
  ],
  'article.edit': [
    articleOf('s-a', [ARTICLE, 'Trees give shade. It is cool.'], 2),
    articleOf('s-a', [ARTICLE, `${ARTICLE} Or not.`], 2),
    articleOf('s-b', ['', 'Another one']),
  ],
  'suggestion.make': [
    suggest('w-1', 'c-e', ['eight nine', 'eight and nine']),
    suggest('w-2', 'c-e', ['eight nine', 'eight and nine']),
    suggest('w-1', 'c-b', ['four five six', 'four, five, six']),
  ],
  'suggestion.withdraw': [unsuggest('w-o'), unsuggest('w-p')],
  'suggestion.settle': [
    acceptWording('w-o', 'eight nine'),
    acceptWording('w-p', 'eight nine'),
    returnWording('w-o'),
    returnWording('w-o', 'Too long'),
    reopenWording('w-z'),
  ],
  'summary.edit': [summaryEdit('Where it dawns'), summaryEdit('Early')],
  'text.seal': [seal('c-s'), seal('m-s')],
  'vote.cast': [
    vote('c-e', 'disagree'),
    vote('c-e', 'pass', 1),
    vote('c-e', 'agree'),
    vote('c-a', 'agree'),
    vote('c-a', 'disagree'),
  ],
  'vote.withdraw': [{ type: 'vote.withdraw', claimId: 'c-e' }],
  'comment.add': [
    comment({ commentId: 'm-1' }),
    comment({ commentId: 'm-2', replyTo: 'm-a' }),
    comment({ commentId: 'm-3', on: targetOf('x-a') }),
    comment({ commentId: 'm-4', on: targetOf('l-b') }),
    comment({ commentId: 'm-5', on: targetOf('west') }),
  ],
  'comment.edit': [commentEdit('m-a', 'Why?', 'Why not?'), commentEdit('m-a', 'Why?', 'Who says why?')],
  'comment.withdraw': [{ type: 'comment.withdraw', commentId: 'm-a' }],
  'comment.restore': [
    { type: 'comment.restore', commentId: 'm-w' },
    { type: 'comment.restore', commentId: 'm-v' },
  ],
  'comment.resolve': [{ type: 'comment.resolve', commentId: 'm-a', resolved: true }],
  'content.hide': [
    hide('c-g'),
    hide('c-g', 'c-e'),
    { ...hide('c-b'), reason: 'off topic' },
    hide('c-g', 'm-a'),
  ],
  'content.lock': [lock('c-a', true), lock('c-f', true), lock('*', true), lock('c-g')],
  'content.unlock': [unlock('c-f')],
  'content.hideAllBy': [sweep('emil'), sweep('dana')],
  'content.restore': [bringBack('c-h'), bringBack('m-h'), bringBack('c-i'), bringBack('c-j')],
  'content.resubmit': [hold('c-g'), hold('c-j')],
  'content.sendBack': [giveBack('c-i')],
  'claim.merge': [merge('c-e', 'c-d'), merge('c-e', 'c-g'), merge('c-a', 'c-d'), merge('c-d', 'c-a')],
  'claim.unmerge': [unmerge('c-k')],
  'claim.split': [
    split('c-a', ['one two three', 'one two'], { key: '1', text: 'three', takes: ['c-b'] }),
    split('c-a', ['one two three', 'one three'], { key: '2', text: 'two' }),
    split('c-e', ['eight nine', 'nine'], { key: '1', text: 'eight' }),
    PART_AGAIN,
  ],
  'claim.join': [join('c-w', 'c-x')],
  'flag.set': [
    mark('c-a', 'unclear', { note: 'Which one?' }),
    mark('c-a', 'unclear', { note: 'Which two?' }),
    mark('c-a', 'unsupported'),
    mark('c-d', 'duplicate', { other: 'c-e' }),
    mark('m-a', 'off_topic'),
  ],
  'flag.clear': [unmark('c-a', 'unclear'), unmark('m-a', 'unclear')],
  'flag.answer': [revise('c-a', 'unclear'), revise('m-a', 'unclear')],
  'report.make': [
    report('r-1', 'c-a'),
    report('r-2', 'c-a', { reason: 'spam' }),
    report('r-3', 'm-a'),
    report('r-4', 'c-b'),
    report('r-5', 'c-g'),
  ],
  'report.withdraw': [unreport('r-o'), unreport('r-p'), unreport('r-q')],
  'report.settle': [
    settle('no_action', 'r-o'),
    settle('hidden', 'r-o'),
    settle('flagged', 'r-o', 'r-p', 'r-q'),
    settle(null, 'r-z'),
  ],
  'claim.promote': [bring('a', 'n', 'west'), bring('a', '8', 'west')],
  'claim.markPromoted': [toPlenary('c-d')],
  'group.form': [form('1', 'dana'), form('1', 'emil'), form('2', 'dana')],
  'group.assign': [assign('susi', null), assign('dana', 'a'), assign('dana', 'b'), assign('emil', 'a')],
  'group.setStatus': [turnGroup('a', 'closed'), turnGroup('a', 'archived'), turnGroup('c', 'open')],
  'meeting.setStatus': [meet(false)],
  'poll.open': [
    quickPoll('p-1'),
    { ...quickPoll('p-1'), question: 'Which one?' },
    quickPoll('p-2'),
    stancePoll('p-3', 'before'),
    stancePoll('p-4', 'after'),
  ],
  'poll.setStatus': [
    closePoll('p-o'),
    { type: 'poll.setStatus', pollId: 'p-r', open: true },
    { type: 'poll.setStatus', pollId: 'p-b', open: true },
  ],
  'poll.answer': [answer('p-o', 1), answer('p-o', 2), answer('p-o', null)],
  'hand.raise': [{ type: 'hand.raise' }],
  'hand.lower': [
    { type: 'hand.lower', participantId: 'dana' },
    { type: 'hand.lower', participantId: 'emil' },
  ],
  'floor.give': [give('emil', 60), give('emil', 120), give('dana', null), give(null, null)],
  'spotlight.set': [light('c-a'), light('c-a', true), light('c-e', true), light(null)],
};

/**
 * The senders: of two moderators, one first and one later; comments and what answers a mark are their author's, reports are
 * two others'; the server lets people join.
 */
export function asker(type: OperationType, turn: 'first' | 'later'): string {
  if (isTheServers(type)) return SYSTEM;
  if (type.startsWith('comment.') || type === 'flag.answer') return 'dana';
  if (type === 'suggestion.withdraw') return 'susi';
  if (type === 'report.make' || type === 'report.withdraw') return turn === 'first' ? 'otto' : 'susi';
  return turn === 'first' ? 'olga' : 'mona';
}

function give(to: string | null, seconds: number | null): OperationOf<'floor.give'> {
  return { type: 'floor.give', to, seconds };
}

function light(on: string | null, call = false): OperationOf<'spotlight.set'> {
  return { type: 'spotlight.set', on, call };
}

function commentEdit(commentId: string, from: string, to: string): OperationOf<'comment.edit'> {
  return { type: 'comment.edit', commentId, base: 1, change: diffText(from, to) };
}

function mute(participantId: string, reason: Reason): OperationOf<'participant.mute'> {
  return { type: 'participant.mute', participantId, muted: true, reason };
}

function admit(participantId: string, membership: Membership): OperationOf<'participant.setMembership'> {
  return { type: 'participant.setMembership', participantId, membership, reason: 'other' };
}

function sourceEdit(field: 'excerpt' | 'note', text: string): OperationOf<'source.edit'> {
  return { type: 'source.edit', sourceId: 's-a', field, base: 1, change: diffText('', text) };
}

function summaryEdit(text: string): OperationOf<'summary.edit'> {
  return { type: 'summary.edit', positionId: 'east', base: 1, change: diffText('', text) };
}

export const ALL_CASES: readonly Operation[] = Object.values(PAIR_CASES).flat();

function react(claimId: string, reaction: Reaction) {
  return { type: 'claim.react', claimId, reaction } as const;
}

function weigh(linkId: string, weight: number | null) {
  return { type: 'link.weigh', linkId, weight } as const;
}

function vote(claimId: string, answer: 'agree' | 'disagree' | 'pass', wording = 1) {
  return { type: 'vote.cast', claimId, answer, wording } as const;
}

function edit(claimId: string, from: string, to: string): OperationOf<'claim.edit'> {
  const change: TextChange = diffText(from, to);
  return { type: 'claim.edit', claimId, base: 1, change };
}
