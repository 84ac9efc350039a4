import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { Operation, OperationOf } from '../../domain/debate/engine/operations.ts';
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
import { entriesFor, numberForAudience } from '../../domain/debate/projection/audience-entries.ts';
import { cursorFor } from '../../domain/debate/projection/audience-sequence.ts';
import { selectorsOf } from '../../domain/debate/sources/passage-place.ts';
import { revisionIn } from '../../domain/debate/texts/texts.ts';
import { NO_VOTES } from '../../domain/debate/votes/vote.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { assertInvariants } from './assert-invariants.ts';
import { CONCLUDING } from './made-conclusion.ts';

/** A debate and its log, one operation after another. After each, the state is checked: see `assertInvariants`. */
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
    assertInvariants(this.state, operation.type);
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
 * East: c-a (dana) with c-b (emil) under it and c-u undercutting c-b's parent link. West: c-d (emil), attacking c-b by x-a. A source s-a,
 * a comment m-a (dana) on c-a, dana's question u-q, emil's vote on c-a. Olga signed the open conclusion for the east (n-o); so did it (n-e).
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
    .does('dana', { type: 'question.ask', questionId: 'u-q', text: 'Who pays?' })
    .does('olga', ...CONCLUDING)
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
