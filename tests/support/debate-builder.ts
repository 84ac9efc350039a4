import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/engine/evolve.ts';
import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import type { Operation, OperationOf, OperationType } from '../../domain/debate/engine/operations.ts';
import { type Actor, actorOf } from '../../domain/debate/engine/permissions.ts';
import {
  audienceIn,
  projectEntries,
  projectOwn,
  projectState,
  viewerIn,
} from '../../domain/debate/engine/project.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { fromSnapshot, toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { childrenOf } from '../../domain/debate/map/tree.ts';
import type { ModerationAction } from '../../domain/debate/moderation-log/moderation-action.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { entriesFor, numberForAudience } from '../../domain/debate/projection/audience-entries.ts';
import { cursorFor } from '../../domain/debate/projection/audience-sequence.ts';
import { selectorsOf } from '../../domain/debate/sources/passage-place.ts';
import { revisionIn } from '../../domain/debate/texts/texts.ts';
import { NO_VOTES } from '../../domain/debate/votes/vote.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';

/** A debate and its log, one operation after another; every entry is checked against the invariants. */
export class DebateBuilder {
  state: DebateState = EMPTY_STATE;
  readonly entries: LogEntry[] = [];
  /** By number in the log, the state up to that entry; see `stateAt`. */
  readonly #states: DebateState[] = [EMPTY_STATE];
  now = 1_000;

  /** One that begins as this one stands now, and goes on by itself: building a debate takes far longer. */
  copy(): DebateBuilder {
    const copy = new DebateBuilder();
    copy.state = this.state;
    copy.entries.push(...this.entries);
    copy.#states.push(...this.#states.slice(1));
    copy.now = this.now;
    return copy;
  }

  /** The state that the first `seq` entries of the log make. */
  stateAt(seq: number): DebateState {
    for (const entry of this.entries.slice(this.#states.length - 1, seq))
      this.#states.push(evolve(this.#states.at(-1) ?? EMPTY_STATE, entry));
    return this.#states[seq] ?? this.state;
  }

  /** By number in the log, the states that its entries led through, the empty one first. */
  get states(): readonly DebateState[] {
    this.stateAt(this.entries.length);
    return this.#states;
  }

  /** Asks in someone's name, as a server would take it. */
  ask(who: string, operation: Operation): OperationAnswer {
    const decision = decide(this.state, operation, this.actor(who), this.now);
    if (!decision.ok) return decision;
    const people = { actor: who, author: decision.author ?? who };
    const stamped = toLogEntries(this.state, decision.effects, people, this.now);
    this.state = evolveAll(this.state, stamped);
    this.entries.push(...stamped);
    const broken = brokenInvariants(this.state);
    if (broken.length > 0) throw new Error(`${operation.type}: ${broken.join('; ')}`);
    return { ok: true, seq: cursorFor(this.state, who).seq };
  }

  /** Asks for what must be accepted. */
  does(who: string, ...operations: Operation[]): this {
    for (const operation of operations) {
      const answer = this.ask(who, operation);
      if (!answer.ok) throw new Error(`${operation.type} of ${who} was refused: ${answer.rejection.code}`);
    }
    return this;
  }

  /** The code with which an operation is refused; null: it would be accepted. */
  refusal(who: string, operation: Operation): RejectionCode | null {
    const decision = decide(this.state, operation, this.actor(who), this.now);
    return decision.ok ? null : decision.rejection.code;
  }

  actor(who: string): Actor {
    if (who === SYSTEM) return { id: SYSTEM, role: 'system' };
    const actor = actorOf(this.state, who);
    if (!actor) throw new Error(`${who} has not joined`);
    return actor;
  }

  text(claimId: string): string {
    return this.state.claims.get(claimId)?.text ?? '';
  }

  /** Claims standing at a target, in order. */
  at(targetId: string): string[] {
    const links = this.state.childLinks.get(targetId) ?? [];
    return links.map((id) => this.state.links.get(id)?.from ?? '');
  }

  /** Arguments of a claim or position, in order, with those of claims merged into it. */
  under(id: string): string[] {
    const kind = this.state.positions.has(id) ? 'position' : 'claim';
    return childrenOf(this.state, { kind, id }).map((claim) => claim.id);
  }

  /** Its counted votes: agree, disagree, pass, and how many of them answer another wording. */
  tally(claimId: string): readonly number[] {
    const { agree, disagree, pass, earlier } = this.state.claims.get(claimId)?.tally ?? NO_VOTES;
    return [agree, disagree, pass, earlier];
  }

  projection(who: string | null, state = this.state): DebateState {
    return projectState(state, this.#audience(who), who);
  }

  /** The frame for a connection of this person that has the first `after` entries of the log. */
  frame(who: string | null, after: number): Frame {
    const before = this.stateAt(after);
    const viewer = viewerIn(this.#audience(who), who);
    const entries = entriesFor(numberForAudience(before, this.entries.slice(after), this.state), viewer);
    const place = cursorFor(this.state, who);
    return {
      after: cursorFor(before, who).seq,
      to: place.seq,
      at: place.at,
      entries: projectEntries(entries, this.state, this.#audience(who), who),
      own: who === null ? [] : projectOwn(entries, this.state, this.#audience(who), who),
    };
  }

  #audience(who: string | null) {
    return audienceIn(this.state, who);
  }
}

/** The moderation log, in the order of what was done. */
export function actsIn({ moderationLog }: DebateState): ModerationAction[] {
  return [...moderationLog.values()].sort((a, b) => a.seq - b.seq);
}

/** An edit of a claim's text as someone sees it. */
export function editTo(state: DebateState, claimId: string, text: string): OperationOf<'claim.edit'> {
  const claim = state.claims.get(claimId);
  if (!claim) throw new Error(`There is no ${claimId}`);
  return {
    type: 'claim.edit',
    claimId,
    base: revisionIn(state, claimId),
    change: diffText(claim.text, text),
  };
}

export const seal = (text: string) => ({ type: 'text.seal', text }) as const;

/** A new claim `c-<key>` with its parent link `l-<key>`. */
export function newClaim(
  key: string,
  targetId: string,
  more: Partial<OperationOf<'claim.add'>> = {},
): OperationOf<'claim.add'> {
  return {
    type: 'claim.add',
    claimId: `c-${key}`,
    linkId: `l-${key}`,
    target: targetOf(targetId),
    relation: 'support',
    positionId: null,
    text: `claim ${key}`,
    ...more,
  };
}

export function move(claimId: string, targetId: string, after?: string | null): OperationOf<'claim.move'> {
  const order = after === undefined ? {} : { after };
  return { type: 'claim.move', claimId, target: targetOf(targetId), relation: 'support', ...order };
}

/** The builder's ids tell what they are: c- claims, l- and x- links, the rest positions. */
export function targetOf(id: string): OperationOf<'claim.add'>['target'] {
  const kind = id.startsWith('c-') ? 'claim' : /^[lx]-/.test(id) ? 'link' : 'position';
  return { kind, id };
}

export const retract = (claimId: string) =>
  ({ type: 'claim.retract', claimId, reason: 'off_topic' }) as const;
export const restore = (claimId: string) => ({ type: 'claim.restore', claimId }) as const;
export const agree = (claimId: string, wording = 1) =>
  ({ type: 'vote.cast', claimId, answer: 'agree', wording }) as const;
export const hide = (...ids: string[]) =>
  ({ type: 'content.hide', ids, reason: 'abusive', note: 'Say it kindly' }) as const;
export const sweep = (participantId: string) =>
  ({ type: 'content.hideAllBy', participantId, reason: 'spam', note: '' }) as const;
export const bringBack = (...ids: string[]) => ({ type: 'content.restore', ids }) as const;
export const lock = (on: string, branch = false) => ({ type: 'content.lock', on, branch }) as const;
export const unlock = (on: string) => ({ type: 'content.unlock', on }) as const;
export const hold = (...ids: string[]) => ({ type: 'content.resubmit', ids }) as const;
export const giveBack = (...ids: string[]) =>
  ({ type: 'content.sendBack', ids, reason: 'unclear', note: 'Which town?' }) as const;
export const merge = (claimId: string, into: string) => ({ type: 'claim.merge', claimId, into }) as const;
export const unmerge = (claimId: string) => ({ type: 'claim.unmerge', claimId }) as const;
export const join = (claimId: string, ...parts: string[]) =>
  ({ type: 'claim.join', claimId, parts }) as const;
/** A claim split in two: `text` stays, the part `c-<key>` says the rest and takes these arguments. */
export function split(
  claimId: string,
  [was, text]: readonly [was: string, text: string],
  part: { key: string; text: string; takes?: readonly string[] },
): OperationOf<'claim.split'> {
  const { key, text: said, takes = [] } = part;
  const parts = [{ claimId: `c-${key}`, linkId: `l-${key}`, text: said, takes }];
  return { type: 'claim.split', claimId, was, text, parts };
}
export const mark = (
  on: string,
  what: OperationOf<'flag.set'>['what'],
  more: Partial<OperationOf<'flag.set'>> = {},
): OperationOf<'flag.set'> => ({
  type: 'flag.set',
  on,
  what,
  other: null,
  note: 'Says who?',
  revised: false,
  ...more,
});
export const unmark = (on: string, what: OperationOf<'flag.set'>['what']) =>
  ({ type: 'flag.clear', on, what }) as const;
export const revise = (on: string, what: OperationOf<'flag.set'>['what'], revised = true) =>
  ({ type: 'flag.answer', on, what, revised }) as const;
export const report = (
  reportId: string,
  on: string,
  more: Partial<OperationOf<'report.make'>> = {},
): OperationOf<'report.make'> => ({
  type: 'report.make',
  reportId,
  on,
  reason: 'abusive',
  words: 'Calls names',
  ...more,
});
export const unreport = (reportId: string) => ({ type: 'report.withdraw', reportId }) as const;
export const settle = (outcome: OperationOf<'report.settle'>['outcome'], ...ids: string[]) =>
  ({ type: 'report.settle', ids, outcome }) as const;
/** Suggests another wording for a claim that says `was`. */
export const suggest = (
  suggestionId: string,
  claimId: string,
  [was, text]: readonly [was: string, text: string],
  note = 'Plainer',
) => ({ type: 'suggestion.make', suggestionId, claimId, was, text, note }) as const;
export const unsuggest = (suggestionId: string) => ({ type: 'suggestion.withdraw', suggestionId }) as const;
/** Accepts what is suggested for a claim that says `seen`. */
export const acceptWording = (suggestionId: string, seen: string) =>
  ({ type: 'suggestion.settle', suggestionId, outcome: 'accepted', seen, note: '' }) as const;
export const returnWording = (suggestionId: string, note = 'It says something else') =>
  ({ type: 'suggestion.settle', suggestionId, outcome: 'sent_back', seen: '', note }) as const;
export const reopenWording = (suggestionId: string) =>
  ({ type: 'suggestion.settle', suggestionId, outcome: null, seen: '', note: '' }) as const;
/** Writes the article of a source, or rewrites all of it. */
export const articleOf = (sourceId: string, [was, text]: readonly [was: string, text: string], base = 1) =>
  ({ type: 'article.edit', sourceId, base, change: diffText(was, text) }) as const;
/** Cites what stands in an article from its first `words` on. */
export function citePassage(
  id: string,
  claimId: string,
  [article, words]: readonly [article: string, words: string],
  sourceId = 's-a',
): OperationOf<'claim.cite'> {
  const start = article.indexOf(words);
  const selectors = selectorsOf(article, start, start + words.length);
  if (start < 0 || !selectors) throw new Error(`“${words}” is not in the article`);
  return { type: 'claim.cite', claimId, sourceId, passages: [{ id, ...selectors }] };
}
/** Forms the group `g-<key>`, which works in the debate `d-<key>`. */
export const form = (key: string, ...members: string[]) =>
  ({
    type: 'group.form',
    groups: [{ groupId: `g-${key}`, debateId: `d-${key}`, name: `Group ${key}`, members }],
  }) as const;
export const assign = (participantId: string, key: string | null) =>
  ({ type: 'group.assign', participantId, groupId: key === null ? null : `g-${key}` }) as const;
export const turnGroup = (key: string, status: OperationOf<'group.setStatus'>['status']) =>
  ({ type: 'group.setStatus', ids: [`g-${key}`], status }) as const;
/** Brings a claim `c-<key>` of the group `g-<group>`. */
export function bring(group: string, key: string, targetId = 'east'): OperationOf<'claim.promote'> {
  const { after, ...claim } = newClaim(key, targetId);
  return { ...claim, type: 'claim.promote', groupId: `g-${group}` };
}
export const toPlenary = (claimId: string) => ({ type: 'claim.markPromoted', claimId }) as const;
export const meet = (live: boolean) => ({ type: 'meeting.setStatus', live }) as const;
export const cite = (claimId: string, sourceId = 's-a') =>
  ({ type: 'claim.cite', claimId, sourceId }) as const;
export const crossLink = (linkId: string, from: string, to: string): OperationOf<'link.add'> => ({
  type: 'link.add',
  linkId,
  from,
  target: targetOf(to),
  relation: 'attack',
});
export const comment = (more: Partial<OperationOf<'comment.add'>> = {}): OperationOf<'comment.add'> => ({
  type: 'comment.add',
  commentId: 'm-n',
  on: targetOf('c-a'),
  replyTo: null,
  text: 'So?',
  ...more,
});

export const CREATE: OperationOf<'debate.create'> = {
  type: 'debate.create',
  title: 'A debate',
  motion: 'This house tests',
  visibility: 'public',
  settings: { guests: 'debater', wording: 'shared' },
  ownerId: 'olga',
};

export const SPLIT = split('c-a', ['one two three', 'one'], {
  key: 'two',
  text: 'two three',
  takes: ['c-b'],
});

export const SOURCE: OperationOf<'source.add'> = {
  type: 'source.add',
  sourceId: 's-a',
  title: 'A source',
  url: 'https://example.org/a',
  locator: '§ 4',
  excerpt: '',
  note: '',
};

/**
 * East: c-a (dana) with c-b (emil) under it and c-u undercutting c-b's parent link. West: c-d (emil), attacking c-b by the
 * cross-link x-a. A source s-a, a comment m-a (dana) on c-a, emil's vote on c-a.
 */
export function aDebate(wording: 'shared' | 'own' = 'shared'): DebateBuilder {
  const role = (participantId: string, as: OperationOf<'participant.join'>['role']) =>
    ({ type: 'participant.join', participantId, role: as }) as const;
  const position = { type: 'position.add', summary: '' } as const;
  return new DebateBuilder()
    .does(SYSTEM, { ...CREATE, settings: { guests: 'debater', wording, teams: 'chosen' } })
    .does(SYSTEM, role('mona', 'moderator'), role('dana', 'debater'), role('emil', 'debater'))
    .does(SYSTEM, role('susi', 'suggester'), role('otto', 'observer'))
    .does('olga', { ...position, positionId: 'east', name: 'East', hue: 'blue' })
    .does('olga', { ...position, positionId: 'west', name: 'West', hue: 'rose' })
    .does('dana', SOURCE, newClaim('a', 'east', { text: 'one two three', positionId: 'east' }))
    .does('emil', newClaim('b', 'c-a', { text: 'four five six' }))
    .does('dana', newClaim('u', 'l-b', { relation: 'attack', text: 'does not follow' }))
    .does('emil', newClaim('d', 'west', { text: 'seven' }))
    .does('emil', {
      type: 'link.add',
      linkId: 'x-a',
      from: 'c-d',
      target: targetOf('c-b'),
      relation: 'attack',
    })
    .does('dana', { type: 'comment.add', commentId: 'm-a', on: targetOf('c-a'), replyTo: null, text: 'Why?' })
    .does('emil', { type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording: 1 });
}

/** A poll of three options on anything; an open ballot unless it is said otherwise. */
export function quickPoll(
  pollId: string,
  more: Partial<OperationOf<'poll.open'>> = {},
): OperationOf<'poll.open'> {
  const [question, options] = ['Where to next?', ['North', 'South', 'Home']];
  return { type: 'poll.open', pollId, kind: 'quick', question, options, secret: false, ...more };
}

/** A secret poll on the motion. */
export function stancePoll(pollId: string, kind: 'before' | 'after'): OperationOf<'poll.open'> {
  return { type: 'poll.open', pollId, kind, question: '', options: [], secret: true };
}

export const answer = (pollId: string, choice: number | null) =>
  ({ type: 'poll.answer', pollId, choice }) as const;

export const closePoll = (pollId: string) => ({ type: 'poll.setStatus', pollId, open: false }) as const;
const PHASE = { title: '', note: '', minutes: null };

/** Phases: the first hides what others add, the second is open, in the third people vote and tallies are hidden. */
export const WRITING: Phase = {
  ...PHASE,
  id: 'p-write',
  kind: 'silent_writing',
  minutes: 10,
  may: ['add'],
  hides: ['claims', 'tallies'],
};
export const OPEN: Phase = {
  ...PHASE,
  id: 'p-open',
  kind: 'open_debate',
  may: ['add', 'edit', 'comment', 'vote'],
  hides: [],
};
export const VOTING: Phase = { ...PHASE, id: 'p-vote', kind: 'vote', may: ['vote'], hides: ['tallies'] };

export const POLLING: Phase = { ...PHASE, id: 'p-poll', kind: 'opening_poll', may: [], hides: [] };

export function setAgenda(phases: readonly Phase[], base = 0): OperationOf<'agenda.set'> {
  return { type: 'agenda.set', phases, base };
}

export function turnTo(to: string | null, from: string | null = null): OperationOf<'agenda.goTo'> {
  return { type: 'agenda.goTo', from, to };
}

/** A debate with an agenda of these three, in one of them. */
export function aDebateIn(phase: Phase): DebateBuilder {
  return aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]), turnTo(phase.id));
}

interface Sample {
  readonly operation: Operation;
  /** Operations that must come before it. */
  readonly first?: Operation;
}

/** Of each type one operation on `c-a` or what belongs to it, that may be done in `aDebate()`. */
export const SAMPLES: Readonly<Record<OperationType, Sample>> = {
  'debate.create': { operation: CREATE },
  'participant.join': { operation: { type: 'participant.join', participantId: 'nina', role: 'debater' } },
  'participant.appoint': {
    operation: { type: 'participant.appoint', participantId: 'susi', role: 'observer' },
  },
  'debate.transfer': { operation: { type: 'debate.transfer', participantId: 'dana' } },
  'participant.mute': {
    operation: { type: 'participant.mute', participantId: 'otto', muted: true, reason: 'flooding' },
  },
  'participant.setMembership': {
    operation: {
      type: 'participant.setMembership',
      participantId: 'otto',
      membership: 'removed',
      reason: 'other',
    },
  },
  'participant.rename': {
    operation: { type: 'participant.rename', participantId: 'otto', name: 'Otto the second' },
  },
  'participant.erase': { operation: { type: 'participant.erase', participantId: 'emil', words: true } },
  'team.choose': { operation: { type: 'team.choose', participantId: 'otto', team: 'east' } },
  'debate.edit': { operation: { type: 'debate.edit', motion: 'This house tests again' } },
  'debate.configure': { operation: { type: 'debate.configure', guests: 'observer' } },
  'debate.setVisibility': { operation: { type: 'debate.setVisibility', visibility: 'unlisted' } },
  'debate.setStatus': { operation: { type: 'debate.setStatus', status: 'closed' } },
  'debate.delete': { operation: { type: 'debate.delete', deleted: true } },
  'debate.restrict': { operation: { type: 'debate.restrict', restriction: 'closed', reason: 'Unlawful' } },
  'debate.clear': { operation: { type: 'debate.clear' } },
  'position.add': {
    operation: { type: 'position.add', positionId: 'north', name: 'North', hue: 'teal', summary: 'Cold' },
  },
  'position.edit': { operation: { type: 'position.edit', positionId: 'east', name: 'Far east' } },
  'claim.add': { operation: newClaim('n', 'c-a', { sources: ['s-a'] }) },
  'claim.promote': { first: form('m'), operation: bring('m', 'n') },
  'claim.markPromoted': { operation: toPlenary('c-a') },
  'claim.edit': {
    operation: {
      type: 'claim.edit',
      claimId: 'c-a',
      base: 1,
      change: diffText('one two three', 'one 2 three'),
    },
  },
  'claim.move': { operation: move('c-a', 'west') },
  'claim.retract': { operation: { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' } },
  'claim.restore': {
    first: { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' },
    operation: { type: 'claim.restore', claimId: 'c-a' },
  },
  'claim.cite': { operation: { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a' } },
  'claim.uncite': {
    first: { type: 'claim.cite', claimId: 'c-a', sourceId: 's-a' },
    operation: { type: 'claim.uncite', claimId: 'c-a', sourceId: 's-a' },
  },
  'claim.merge': { operation: merge('c-a', 'c-d') },
  'claim.unmerge': { first: merge('c-a', 'c-d'), operation: unmerge('c-a') },
  'claim.split': { operation: SPLIT },
  'claim.join': { first: SPLIT, operation: { type: 'claim.join', claimId: 'c-a', parts: ['c-two'] } },
  'link.add': {
    operation: { type: 'link.add', linkId: 'x-n', from: 'c-a', target: targetOf('c-d'), relation: 'attack' },
  },
  'link.retract': { operation: { type: 'link.retract', linkId: 'x-a' } },
  'link.restore': {
    first: { type: 'link.retract', linkId: 'x-a' },
    operation: { type: 'link.restore', linkId: 'x-a' },
  },
  'claim.react': { operation: { type: 'claim.react', claimId: 'c-a', reaction: 'unclear' } },
  'link.weigh': { operation: { type: 'link.weigh', linkId: 'l-a', weight: 3 } },
  'source.add': { operation: { ...SOURCE, sourceId: 's-n' } },
  'vote.cast': { operation: { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 1 } },
  'vote.withdraw': {
    first: { type: 'vote.cast', claimId: 'c-a', answer: 'pass', wording: 1 },
    operation: { type: 'vote.withdraw', claimId: 'c-a' },
  },
  'comment.add': {
    operation: {
      type: 'comment.add',
      commentId: 'm-n',
      on: targetOf('c-a'),
      replyTo: 'm-a',
      text: 'Because',
    },
  },
  'source.edit': {
    operation: {
      type: 'source.edit',
      sourceId: 's-a',
      field: 'excerpt',
      base: 1,
      change: diffText('', 'It says so'),
    },
  },
  'article.edit': { operation: articleOf('s-a', ['', 'All of it']) },
  'suggestion.make': { operation: suggest('w-n', 'c-a', ['one two three', 'one two four']) },
  'suggestion.withdraw': {
    first: suggest('w-n', 'c-a', ['one two three', 'one two four']),
    operation: unsuggest('w-n'),
  },
  'suggestion.settle': {
    first: suggest('w-n', 'c-a', ['one two three', 'one two four']),
    operation: acceptWording('w-n', 'one two three'),
  },
  'summary.edit': {
    operation: { type: 'summary.edit', positionId: 'east', base: 1, change: diffText('', 'Where it dawns') },
  },
  'text.seal': {
    first: { type: 'claim.edit', claimId: 'c-a', base: 1, change: diffText('one two three', 'two three') },
    operation: seal('c-a'),
  },
  'comment.edit': {
    operation: { type: 'comment.edit', commentId: 'm-a', base: 1, change: diffText('Why?', 'Why not?') },
  },
  'comment.withdraw': { operation: { type: 'comment.withdraw', commentId: 'm-a' } },
  'comment.restore': {
    first: { type: 'comment.withdraw', commentId: 'm-a' },
    operation: { type: 'comment.restore', commentId: 'm-a' },
  },
  'comment.resolve': { operation: { type: 'comment.resolve', commentId: 'm-a', resolved: true } },
  'content.hide': { operation: hide('c-a') },
  'content.hideAllBy': { operation: sweep('emil') },
  'content.resubmit': { operation: hold('c-a') },
  'content.sendBack': { first: hold('c-a'), operation: giveBack('c-a') },
  'content.lock': { operation: lock('c-a') },
  'content.unlock': { first: lock('c-a'), operation: unlock('c-a') },
  'content.restore': { first: hide('c-a'), operation: bringBack('c-a') },
  'flag.set': { operation: mark('c-a', 'duplicate', { other: 'c-d' }) },
  'flag.clear': { first: mark('c-a', 'unsupported'), operation: unmark('c-a', 'unsupported') },
  'flag.answer': { first: mark('c-a', 'unclear'), operation: revise('c-a', 'unclear') },
  'agenda.set': { operation: setAgenda([WRITING, OPEN, VOTING]) },
  'agenda.goTo': { first: setAgenda([WRITING, OPEN, VOTING]), operation: turnTo('p-write') },
  'agenda.setTimer': {
    first: { type: 'agenda.setTimer', phaseId: null, act: 'start', seconds: 300 },
    operation: { type: 'agenda.setTimer', phaseId: null, act: 'pause', seconds: null },
  },
  'report.make': { operation: report('r-n', 'c-a') },
  'report.withdraw': { first: report('r-n', 'c-a'), operation: unreport('r-n') },
  'poll.open': { operation: quickPoll('p-n') },
  'poll.setStatus': {
    first: quickPoll('p-n'),
    operation: { type: 'poll.setStatus', pollId: 'p-n', open: false },
  },
  'poll.answer': { first: quickPoll('p-n'), operation: answer('p-n', 1) },
  'hand.raise': { operation: { type: 'hand.raise' } },
  'hand.lower': { first: { type: 'hand.raise' }, operation: { type: 'hand.lower', participantId: 'olga' } },
  'floor.give': { operation: { type: 'floor.give', to: 'dana', seconds: 120 } },
  'spotlight.set': { operation: { type: 'spotlight.set', on: 'c-a', call: false } },
  'report.settle': { first: report('r-n', 'c-a'), operation: settle('no_action', 'r-n') },
  'group.form': { operation: form('n', 'dana', 'emil') },
  'group.assign': { first: form('n', 'dana'), operation: assign('susi', 'n') },
  'group.setStatus': { first: form('n', 'dana'), operation: turnGroup('n', 'closed') },
  'meeting.setStatus': { operation: meet(true) },
};

export const OPERATION_TYPES = Object.keys(SAMPLES) as OperationType[];

const SERVERS_TYPES = [
  'debate.create',
  'debate.restrict',
  'participant.join',
  'participant.erase',
  'claim.markPromoted',
  'text.seal',
] as const satisfies readonly OperationType[];

/** The operations a person asks for; the others are the server's. */
export const PERSONAL_TYPES = OPERATION_TYPES.filter((type) => !isTheServers(type)) as Exclude<
  OperationType,
  ServersType
>[];

type ServersType = (typeof SERVERS_TYPES)[number];

/** Tests whether only the server may ask for this. */
export function isTheServers(type: OperationType): type is ServersType {
  return SERVERS_TYPES.some((one) => one === type);
}

/** A state as it is stored and sent, and read back. */
export function reread(state: DebateState): DebateState {
  return fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))));
}

/** All of a state, derived indexes too, as plain values to compare. */
export function everythingOf(state: DebateState): unknown {
  const { childLinks, crossLinks, commentsOn } = state;
  const indexes = [childLinks, crossLinks, commentsOn].map((index) => Object.fromEntries(index));
  return { snapshot: toSnapshot(state), indexes };
}
