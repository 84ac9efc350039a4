import type { PassageIn } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationOf, OperationType } from '../../domain/debate/engine/operations.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { NAMES, STATUSES, VISIBILITIES } from '../../domain/debate/head/head.ts';
import { type Claim, REACTIONS } from '../../domain/debate/map/claim.ts';
import type { Target } from '../../domain/debate/map/link.ts';
import { SCHEMES } from '../../domain/debate/map/scheme.ts';
import { OUTCOMES } from '../../domain/debate/moderation/report.ts';
import { COMMENT_FLAGS, FLAGS, POINTING_FLAGS } from '../../domain/debate/moderation/review.ts';
import { MEMBERSHIPS, ROLES } from '../../domain/debate/participants/participant.ts';
import { DOINGS, HIDEABLE, type Phase } from '../../domain/debate/phases/agenda.ts';
import { POLL_KINDS } from '../../domain/debate/polls/poll.ts';
import { HUES } from '../../domain/debate/positions/position.ts';
import { selectorsOf } from '../../domain/debate/sources/passage-place.ts';
import { SETTLEMENTS } from '../../domain/debate/suggestions/suggestion.ts';
import {
  articleText,
  isTextEdit,
  revisionIn,
  SOURCE_FIELDS,
  sourceText,
  type TextEdit,
  type TextName,
  textIn,
  type WrittenText,
} from '../../domain/debate/texts/texts.ts';
import { ANSWERS } from '../../domain/debate/votes/vote.ts';
import { applyChange, diffText, type TextChange } from '../../domain/ot/text-change.ts';
import type { Random } from './random.ts';

/** How often moderators do what, and others ask them to; not where every word is looked for at the end. */
const MODERATION = {
  'content.hide': 1,
  'content.hideAllBy': 0.1,
  'content.restore': 2,
  'content.resubmit': 1,
  'content.sendBack': 1,
  'content.lock': 0.3,
  'content.unlock': 1.5,
  'claim.merge': 1.5,
  'claim.unmerge': 1.5,
  'claim.split': 1,
  'claim.join': 1.5,
  'flag.set': 2,
  'flag.clear': 0.7,
  'flag.answer': 8,
  'suggestion.make': 1,
  'suggestion.withdraw': 0.4,
  'suggestion.settle': 3,
  'article.edit': 1,
  'report.make': 0.5,
  'report.withdraw': 0.9,
  'report.settle': 10,
  'group.form': 0.3,
  'group.assign': 0.5,
  'group.setStatus': 0.3,
  'claim.promote': 0.3,
  'meeting.setStatus': 0.3,
  'poll.open': 0.6,
  'poll.setStatus': 1,
  'poll.answer': 3,
  'question.ask': 1,
  'question.support': 2,
  'question.withdraw': 0.5,
  'question.merge': 0.5,
  'question.pin': 0.3,
  'question.answer': 0.3,
  'hand.raise': 1.5,
  'hand.lower': 0.5,
  'floor.give': 1,
  'spotlight.set': 1,
} as const;

/** How often they do what about the people and the debate as a whole. */
const RUNNING = {
  'participant.mute': 0.5,
  'participant.appoint': 0.7,
  'participant.setMembership': 5,
  'participant.rename': 0.2,
  'debate.transfer': 0.2,
  'debate.setVisibility': 0.5,
  'debate.configure': 1,
  'debate.setStatus': 0.25,
  'debate.delete': 0.1,
  'debate.clear': 0.1,
  'agenda.set': 1.5,
  'agenda.goTo': 2,
  'agenda.setTimer': 0.2,
} as const;

/** How much more often one who runs the debate does so than others try to. */
const STEERING = 4;

/** How often people do what. */
const WEIGHTS = {
  'claim.add': 5,
  'claim.edit': 9,
  'claim.move': 5,
  'claim.retract': 2,
  'claim.restore': 12,
  'claim.cite': 1,
  'claim.uncite': 1,
  'link.add': 2,
  'link.retract': 9,
  'link.restore': 25,
  'link.setScheme': 2,
  'link.answerQuestion': 6,
  'link.weigh': 3,
  'claim.react': 3,
  'source.add': 0.5,
  'vote.cast': 5,
  'vote.withdraw': 1,
  'comment.add': 2,
  'comment.edit': 2,
  'summary.edit': 1,
  'source.edit': 1,
  'comment.withdraw': 0.7,
  'comment.restore': 10,
  'comment.resolve': 4,
  'position.add': 0.3,
  'position.edit': 0.7,
  'debate.edit': 0.7,
  'team.choose': 1,
  ...MODERATION,
  ...RUNNING,
} as const satisfies Partial<Record<OperationType, number>>;

/** Operations of moderators, by frequency. */
function oftener(weights: Readonly<Record<keyof typeof WEIGHTS, number>>): Partial<typeof weights> {
  const steering = Object.keys({ ...MODERATION, ...RUNNING }) as (keyof typeof WEIGHTS)[];
  return Object.fromEntries(steering.map((type) => [type, weights[type] * STEERING]));
}

const WITHOUT_MODERATION = {
  ...WEIGHTS,
  ...(Object.fromEntries(Object.keys(MODERATION).map((type) => [type, 0])) as Record<
    keyof typeof MODERATION,
    number
  >),
};

/** A debate that nobody can write in is soon given back to them: few steps are idle. */
const GIVING_BACK = {
  'debate.setStatus': 40,
  'debate.delete': 200,
  'participant.setMembership': 5,
  'agenda.goTo': 12,
} as const;

/** Makes what someone might ask for, looking at what they see; not all of it is possible. */
export class OperationMaker {
  readonly #random: Random;
  /** Only whole words are added to texts, none taken away: then every word asked for must be found at the end. */
  readonly #wordsOnly: boolean;
  #made = 0;

  constructor(random: Random, wordsOnly: boolean) {
    this.#random = random;
    this.#wordsOnly = wordsOnly;
  }

  /** Operations this participant might submit. */
  make(view: DebateState, participantId: string | null = null): Operation | null {
    const usual = this.#wordsOnly ? WITHOUT_MODERATION : WEIGHTS;
    const role = view.participants.get(participantId ?? '')?.role;
    const steers = role === 'owner' || role === 'moderator';
    const weights = steers ? { ...usual, ...oftener(usual), ...this.#givingBack(view) } : usual;
    return this.makeOf(this.#random.weighted(weights), view);
  }

  #givingBack({ head, agenda, participants }: DebateState): Partial<typeof GIVING_BACK> {
    const isMissed = participants.some(({ membership, erased }) => membership !== 'member' && !erased);
    return {
      ...(head?.status !== 'open' && { 'debate.setStatus': GIVING_BACK['debate.setStatus'] }),
      ...(head?.deleted && { 'debate.delete': GIVING_BACK['debate.delete'] }),
      ...(agenda?.at && { 'agenda.goTo': GIVING_BACK['agenda.goTo'] }),
      ...(isMissed && { 'participant.setMembership': GIVING_BACK['participant.setMembership'] }),
    };
  }

  makeOf(type: keyof typeof WEIGHTS, view: DebateState): Operation | null {
    switch (type) {
      case 'claim.add': {
        const target = this.#target(view);
        const link = target.kind === 'link';
        const [claimId, linkId] = [this.#id('c'), this.#id('l')];
        const positionId = this.#random.pick([...view.positions.keys(), null]) ?? null;
        const relation = link ? 'attack' : this.#relation();
        const after = this.#after(view, target);
        return { type, claimId, linkId, target, relation, positionId, text: this.#text(), ...after };
      }
      case 'claim.edit': {
        const claim = this.#claim(view);
        return (
          claim && this.#edit(view, claim.id, (base, change) => ({ type, claimId: claim.id, base, change }))
        );
      }
      case 'summary.edit': {
        const positionId = this.#random.pick([...view.positions.keys()]);
        if (!positionId) return null;
        return this.#edit(view, positionId, (base, change) => ({ type, positionId, base, change }));
      }
      case 'source.edit': {
        const sourceId = this.#random.pick([...view.sources.keys()]);
        const field = this.#random.pick(SOURCE_FIELDS) ?? 'note';
        if (!sourceId) return null;
        const edit = (base: number, change: TextChange) => ({ type, sourceId, field, base, change });
        return this.#edit(view, sourceText(sourceId, field), edit);
      }
      case 'article.edit': {
        const sourceId = this.#random.pick([...view.sources.keys()]);
        if (!sourceId) return null;
        return this.#edit(view, articleText(sourceId), (base, change) => ({ type, sourceId, base, change }));
      }
      case 'suggestion.make': {
        const claim = this.#claim(view);
        if (!claim) return null;
        const text = applyChange(claim.text, this.changeOf(claim.text)) ?? claim.text;
        const words = { was: claim.text, text, note: this.#text() };
        return { type, suggestionId: this.#id('w'), claimId: claim.id, ...words };
      }
      case 'suggestion.withdraw': {
        const suggestionId = this.#random.pick([...view.suggestions.keys()]);
        return suggestionId === undefined ? null : { type, suggestionId };
      }
      case 'suggestion.settle': {
        const suggestion = this.#random.pick([...view.suggestions.values()]);
        if (!suggestion) return null;
        const { id: suggestionId, claimId, outcome: answered } = suggestion;
        const outcome = answered === null ? (this.#random.pick(SETTLEMENTS) ?? null) : null;
        return {
          type,
          suggestionId,
          outcome,
          seen: view.claims.get(claimId)?.text ?? '',
          note: this.#text(),
        };
      }
      case 'claim.move': {
        const claim = this.#claim(view);
        const target = this.#target(view);
        const relation = target.kind === 'link' ? 'attack' : this.#relation();
        return claim && { type, claimId: claim.id, target, relation, ...this.#after(view, target) };
      }
      case 'claim.retract':
        return this.#retraction(view);
      case 'claim.restore':
        return this.#onClaim(type, view, ({ retracted }) => retracted);
      case 'vote.withdraw':
        return this.#onClaim(type, view, ({ id }) => view.votes.has(id));
      case 'claim.cite': {
        const claim = this.#claim(view);
        const sourceId = this.#random.pick([...view.sources.keys()]);
        if (!claim || !sourceId) return null;
        const passage = this.#passage(view.articles.get(sourceId)?.text ?? '');
        return { type, claimId: claim.id, sourceId, ...(passage && { passages: [passage] }) };
      }
      case 'claim.uncite': {
        const claim = this.#claim(view, ({ sources }) => sources.length > 0);
        const sourceId = this.#random.pick(claim?.sources ?? []);
        if (!claim || !sourceId) return null;
        const cited = view.citations.get(claim.id)?.passages ?? [];
        const passages = cited.filter((passage) => passage.sourceId === sourceId).map(({ id }) => id);
        const some =
          passages.length > 0 && this.#random.chance(0.6) ? { passages: passages.slice(0, 1) } : {};
        return { type, claimId: claim.id, sourceId, ...some };
      }
      case 'link.add': {
        const from = this.#claim(view)?.id;
        return from
          ? { type, linkId: this.#id('x'), from, target: this.#target(view), relation: 'attack' }
          : null;
      }
      case 'link.retract':
      case 'link.restore': {
        const link = this.#random.pick(
          [...view.links.values()].filter(
            ({ parent, retracted }) => !parent && retracted === (type === 'link.restore'),
          ),
        );
        return link ? { type, linkId: link.id } : null;
      }
      case 'claim.react': {
        const claim = this.#claim(view);
        return (
          claim && { type, claimId: claim.id, reaction: this.#random.pick([...REACTIONS, null]) ?? null }
        );
      }
      case 'link.setScheme': {
        const link = this.#random.pick([...view.links.values()]);
        const scheme = this.#random.pick([...SCHEMES, null]) ?? null;
        return link ? { type, linkId: link.id, scheme } : null;
      }
      case 'link.answerQuestion': {
        const link = this.#random.pick([...view.links.values()].filter(({ scheme }) => scheme));
        if (!link?.scheme) return null;
        const question = this.#random.pick([1, 2, 3, 4, 5]) ?? 1;
        return {
          type,
          linkId: link.id,
          scheme: link.scheme,
          question,
          answered: !link.answeredQuestions?.includes(question),
        };
      }
      case 'link.weigh': {
        const link = this.#random.pick([...view.links.values()]);
        const weight = this.#random.pick([null, 0, 1, 2, 3, 4]) ?? null;
        return link ? { type, linkId: link.id, weight } : null;
      }
      case 'source.add': {
        const empty = { url: '', locator: '', excerpt: '', note: '' };
        return { type, sourceId: this.#id('s'), title: this.#text(), ...empty };
      }
      case 'vote.cast': {
        const claim = this.#claim(view);
        const answer = this.#random.pick(ANSWERS) ?? 'pass';
        return claim && { type, claimId: claim.id, answer, wording: claim.wording };
      }
      case 'position.add':
        return { type, positionId: this.#id('p'), name: this.#text(), hue: 'teal', summary: '' };
      case 'position.edit': {
        const positionId = this.#random.pick([...view.positions.keys()]);
        const change = this.#random.chance(0.5) ? { name: this.#text() } : { hue: this.#random.pick(HUES) };
        return positionId ? { type, positionId, ...change } : null;
      }
      case 'participant.mute': {
        const participantId = this.#participant(view);
        const muted = this.#random.chance(0.3);
        return participantId ? { type, participantId, muted, reason: 'other' } : null;
      }
      case 'participant.appoint': {
        const participantId = this.#participant(view);
        const role = this.#random.pick(ROLES.filter((one) => one !== 'owner'));
        return participantId && role ? { type, participantId, role } : null;
      }
      case 'participant.setMembership': {
        const out = [...view.participants.values()].filter(({ membership }) => membership !== 'member');
        const back = this.#random.chance(0.7) ? this.#random.pick(out)?.id : undefined;
        const participantId = back ?? this.#participant(view);
        const membership = back ? 'member' : (this.#random.pick(MEMBERSHIPS) ?? 'member');
        return participantId ? { type, participantId, membership, reason: 'other' } : null;
      }
      case 'participant.rename': {
        const participantId = this.#participant(view);
        return participantId ? { type, participantId, name: this.#text() } : null;
      }
      case 'debate.transfer': {
        const participantId = this.#participant(view);
        return participantId ? { type, participantId } : null;
      }
      case 'debate.setVisibility':
        return { type, visibility: this.#random.pick(VISIBILITIES) ?? 'public' };
      case 'debate.setStatus':
        return {
          type,
          status: view.head?.status === 'open' ? (this.#random.pick(STATUSES) ?? 'closed') : 'open',
        };
      case 'debate.delete':
        return { type, deleted: !view.head?.deleted };
      case 'team.choose': {
        const participantId = this.#participant(view);
        const team = this.#random.pick([null, ...view.positions.keys()]) ?? null;
        return participantId ? { type, participantId, team } : null;
      }
      case 'debate.clear':
        return { type };
      case 'agenda.set':
        return { type, phases: this.#phases(), base: view.agenda?.revision ?? 0 };
      case 'agenda.goTo': {
        const { phases = [], at = null } = view.agenda ?? {};
        const to = this.#random.pick([null, null, ...phases.map(({ id }) => id)]) ?? null;
        return { type, from: at, to };
      }
      case 'agenda.setTimer': {
        const act = this.#random.pick(['start', 'extend', 'pause', 'resume', 'stop'] as const) ?? 'start';
        return { type, phaseId: view.agenda?.at ?? null, act, seconds: 60 };
      }
      case 'debate.configure':
        return { type, ...this.#setting() };
      case 'debate.edit':
        return this.#random.chance(0.5) ? { type, title: this.#text() } : { type, motion: this.#text() };
      case 'content.hide': {
        const ids = [...view.claims.keys(), ...view.comments.keys()];
        const hidden = [this.#random.pick(ids), this.#random.pick(ids)].flatMap((id) => id ?? []);
        return hidden.length > 0 ? { type, ids: hidden, reason: 'spam', note: this.#text() } : null;
      }
      case 'content.hideAllBy': {
        const participantId = this.#random.pick([...view.participants.keys()]);
        return participantId ? { type, participantId, reason: 'abusive', note: '' } : null;
      }
      case 'content.resubmit': {
        const returned = [...view.hidden.values()].filter(({ status }) => status === 'sent_back');
        const id = this.#random.pick(returned)?.id ?? this.#claim(view)?.id;
        return id === undefined ? null : { type, ids: [id] };
      }
      case 'content.sendBack': {
        const held = [...view.hidden.values()].filter(({ status }) => status === 'pending_approval');
        const id = this.#random.pick(held)?.id;
        return id === undefined ? null : { type, ids: [id], reason: 'unclear', note: this.#text() };
      }
      case 'content.lock': {
        const on = this.#random.chance(0.1) ? '*' : this.#claim(view)?.id;
        return on === undefined ? null : { type, on, branch: this.#random.chance(0.5) };
      }
      case 'content.unlock': {
        const on = this.#random.pick([...view.locks.keys()]);
        return on === undefined ? null : { type, on };
      }
      case 'claim.merge': {
        const [claim, into] = [this.#claim(view), this.#claim(view)];
        return claim && into && { type, claimId: claim.id, into: into.id };
      }
      case 'claim.unmerge': {
        const claimId = this.#random.pick([...view.merges.keys()]);
        return claimId === undefined ? null : { type, claimId };
      }
      case 'claim.split': {
        const claim = this.#claim(view, ({ text }) => text.includes(' '));
        return claim && this.#split(view, claim);
      }
      case 'claim.join': {
        const part = this.#random.pick([...view.splits.values()].filter(({ joined }) => !joined));
        return part === undefined ? null : { type, claimId: part.from, parts: [part.id] };
      }
      case 'flag.set': {
        const on = this.#contribution(view);
        const what = this.#random.pick(view.comments.has(on ?? '') ? COMMENT_FLAGS : FLAGS) ?? 'unclear';
        const other = POINTING_FLAGS.includes(what) ? (this.#claim(view)?.id ?? null) : null;
        const [note, revised] = [this.#text(), this.#random.chance(0.1)];
        return on === undefined ? null : { type, on, what, other, note, revised };
      }
      case 'flag.clear':
      case 'flag.answer': {
        const { id: on, flags = [] } = this.#random.pick([...view.reviews.values()]) ?? {};
        const what = this.#random.pick(flags)?.what;
        if (on === undefined || what === undefined) return null;
        return type === 'flag.clear'
          ? { type, on, what }
          : { type, on, what, revised: this.#random.chance(0.7) };
      }
      case 'group.form': {
        const free = [...view.participants.keys()].filter(() => this.#random.chance(0.5));
        const group = { groupId: this.#id('g'), debateId: this.#id('d'), name: this.#text() };
        return { type, groups: [{ ...group, members: free }] };
      }
      case 'group.assign': {
        const participantId = this.#random.pick([...view.participants.keys()]);
        if (participantId === undefined) return null;
        const groupId = this.#random.chance(0.3)
          ? null
          : (this.#random.pick([...view.groups.keys()]) ?? null);
        return { type, participantId, groupId };
      }
      case 'group.setStatus': {
        const ids = [...view.groups.keys()].filter(() => this.#random.chance(0.5));
        const status = this.#random.pick(STATUSES);
        return ids.length === 0 || status === undefined ? null : { type, ids, status };
      }
      case 'claim.promote': {
        const groupId = this.#random.pick([...view.groups.keys()]);
        const added = this.makeOf('claim.add', view);
        if (groupId === undefined || added?.type !== 'claim.add') return null;
        const { after, ...claim } = added;
        return { ...claim, type, groupId };
      }
      case 'meeting.setStatus':
        return { type, live: this.#random.chance(0.5) };
      case 'report.make': {
        const on = this.#contribution(view);
        const reason = this.#random.pick(view.head?.settings.reasons ?? []);
        if (on === undefined || reason === undefined) return null;
        return { type, reportId: this.#id('r'), on, reason, words: this.#text() };
      }
      case 'report.withdraw': {
        const reportId = this.#random.pick([...view.reports.keys()]);
        return reportId === undefined ? null : { type, reportId };
      }
      case 'report.settle': {
        const reports = [...view.reports.values()];
        const on = this.#random.pick(reports)?.on;
        const ids = reports.filter((report) => report.on === on).map(({ id }) => id);
        const outcome = this.#random.chance(0.2) ? null : (this.#random.pick(OUTCOMES) ?? null);
        return ids.length === 0 ? null : { type, ids, outcome };
      }
      case 'poll.open': {
        const kind = this.#random.pick(POLL_KINDS) ?? 'quick';
        const [pollId, secret] = [this.#id('p'), this.#random.chance(0.6)];
        const asked = kind === 'quick' ? [this.#text(), this.#text(), this.#text()] : [];
        return { type, pollId, kind, question: asked[0] ?? '', options: asked.slice(1), secret };
      }
      case 'poll.setStatus': {
        const poll = this.#random.pick([...view.polls.values()]);
        return poll ? { type, pollId: poll.id, open: !poll.open } : null;
      }
      case 'poll.answer': {
        const poll = this.#random.pick([...view.polls.values()].filter(({ open }) => open));
        if (!poll) return null;
        const choice = this.#random.pick(poll.options.map((_, option) => option)) ?? 0;
        return { type, pollId: poll.id, choice: this.#random.chance(0.1) ? null : choice };
      }
      case 'question.ask':
        return { type, questionId: this.#id('u'), text: this.#text() };
      case 'question.support':
      case 'question.withdraw':
      case 'question.merge':
      case 'question.pin':
      case 'question.answer':
        return this.#questionOperation(type, view);
      case 'hand.raise':
        return { type };
      case 'hand.lower': {
        const participantId = this.#random.pick(view.floor.hands);
        return participantId ? { type, participantId } : null;
      }
      case 'floor.give': {
        const to = this.#random.chance(0.3)
          ? null
          : (this.#random.pick([...view.participants.keys()]) ?? null);
        return { type, to, seconds: this.#random.pick([null, 60, 120]) ?? null };
      }
      case 'spotlight.set': {
        const question = this.#random.pick([...view.questions.keys()]) ?? null;
        const on = this.#random.chance(0.2) ? question : (this.#claim(view)?.id ?? null);
        return { type, on, call: this.#random.chance(0.5) };
      }
      case 'content.restore': {
        const ids = [...view.hidden.keys()];
        return ids.length > 0 ? { type, ids: this.#random.chance(0.5) ? ids : ids.slice(0, 1) } : null;
      }
      default:
        return this.#commentOperation(type, view);
    }
  }

  #questionOperation(
    type: `question.${'support' | 'withdraw' | 'merge' | 'pin' | 'answer'}`,
    view: DebateState,
  ): Operation | null {
    const questionId = this.#random.pick([...view.questions.keys()]);
    if (questionId === undefined) return null;
    const is = this.#random.chance(0.7);
    switch (type) {
      case 'question.support':
        return { type, questionId, supported: is };
      case 'question.withdraw':
        return { type, questionId, withdrawn: is };
      case 'question.merge':
        return {
          type,
          questionId,
          into: is ? (this.#random.pick([...view.questions.keys()]) ?? null) : null,
        };
      case 'question.pin':
        return { type, questionId, pinned: is };
      case 'question.answer':
        return { type, questionId, answered: is };
    }
  }

  /** Any stretch of an article; null: there is none. */
  #passage(article: string): PassageIn | null {
    const [from, to] = [this.#random.below(article.length + 1), this.#random.below(article.length + 1)];
    const selectors = selectorsOf(article, Math.min(from, to), Math.max(from, to));
    return selectors && { id: this.#id('q'), ...selectors };
  }

  /** The first word stays, or a part that was joined again is split off as it was. */
  #split(view: DebateState, { id: claimId, text: was }: Claim): Operation {
    const joined = this.#random.pick(
      [...view.splits.values()].filter(({ from, joined }) => joined && from === claimId),
    );
    const link = joined && view.claims.get(joined.id)?.parentLink;
    const [first = '', ...rest] = was.split(' ');
    const under = (view.childLinks.get(claimId) ?? []).flatMap((id) => view.links.get(id)?.from ?? []);
    const takes = under.filter(() => this.#random.chance(0.5));
    const part =
      joined && link !== undefined && this.#random.chance(0.7)
        ? { claimId: joined.id, linkId: link, text: view.claims.get(joined.id)?.text ?? '', takes }
        : { claimId: this.#id('c'), linkId: this.#id('l'), text: rest.join(' '), takes };
    return { type: 'claim.split', claimId, was, text: first, parts: [part] };
  }

  /** Pending content is not found among the words at the end. */
  /** Always those three phases, each with other rights: the one that is on is among them. */
  #phases(): Phase[] {
    return ['p-1', 'p-2', 'p-3'].map((id) => ({
      id,
      kind: 'other',
      title: '',
      note: '',
      minutes: this.#random.pick([null, 5]) ?? null,
      may: DOINGS.filter(() => this.#random.chance(0.8)),
      hides: HIDEABLE.filter(() => this.#random.chance(0.5)),
    }));
  }

  #setting(): Omit<OperationOf<'debate.configure'>, 'type'> {
    if (!this.#wordsOnly && this.#random.chance(0.05)) return { names: this.#random.pick(NAMES) };
    const kinds = { guests: 2, teams: 3, sides: 0.5, wording: 1, approval: this.#wordsOnly ? 0 : 3 };
    switch (this.#random.weighted(kinds)) {
      case 'guests':
        return { guests: this.#random.pick(['debater', 'suggester', 'observer', 'none'] as const) };
      case 'teams':
        return { teams: this.#random.pick(['off', 'chosen', 'assigned'] as const) };
      case 'sides':
        return { sides: this.#random.pick(['free', 'free', 'own'] as const) };
      case 'wording':
        return { wording: this.#random.pick(['shared', 'shared', 'own'] as const) };
      case 'approval':
        return { approval: this.#random.pick([[], ['debater'], ['suggester']] as const) };
    }
  }

  #edit(view: DebateState, name: TextName, edit: (base: number, change: TextChange) => TextEdit): TextEdit {
    return edit(revisionIn(view, name), this.changeOf(textIn(view, name) ?? ''));
  }

  /** A text someone might open an editor on; few texts get most of the attention. */
  textToWrite(view: DebateState): WrittenText | null {
    const type = this.#random.weighted({
      'claim.edit': 6,
      'comment.edit': 2,
      'summary.edit': 1,
      'source.edit': 1,
    });
    const asked = this.makeOf(type, view);
    if (asked === null || !isTextEdit(asked)) return null;
    const { base: _, change: __, ...written } = asked;
    return written;
  }

  /** A change someone might make to this text. */
  changeOf(text: string): TextChange {
    if (this.#wordsOnly) return this.#addedWord(text);
    const words = text.split(' ');
    const at = this.#random.below(words.length + 1);
    const [from, to] = [this.#random.below(text.length + 1), this.#random.below(text.length + 1)];
    const typed = this.#random.pick(['…', '中文', '👩‍👩‍👧', '\n', 'a']) ?? '';
    switch (this.#random.weighted({ insert: 6, remove: 3, replace: 2, type: 3, nothing: 0.3 })) {
      case 'insert':
        return diffText(text, words.toSpliced(at, 0, this.#word()).join(' '));
      case 'remove':
        return diffText(text, words.toSpliced(at, 1 + this.#random.below(3)).join(' '));
      case 'replace':
        return diffText(text, words.toSpliced(at, 1, this.#word()).join(' '));
      case 'type':
        return diffText(text, text.slice(0, from) + typed + text.slice(to));
      case 'nothing':
        return diffText(text, text);
    }
  }

  /** Before a word, never within one. */
  #addedWord(text: string): TextChange {
    const starts = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
    const at = this.#random.pick(starts) ?? 0;
    const keep = (length: number) => (length === 0 ? [] : [length]);
    return [...keep(at), [0, `${this.#word()} `], ...keep(text.length - at)];
  }

  #commentOperation(
    type: Extract<keyof typeof WEIGHTS, `comment.${string}`>,
    view: DebateState,
  ): Operation | null {
    if (type === 'comment.add') {
      const on = this.#target(view);
      const replyTo = this.#random.pick([null, ...(view.commentsOn.get(on.id) ?? [])]) ?? null;
      return { type, commentId: this.#id('m'), on, replyTo, text: this.#text() };
    }
    const comments = [...view.comments.values()].filter(
      ({ withdrawn }) => withdrawn === (type === 'comment.restore'),
    );
    const commentId = this.#random.pick(comments)?.id;
    if (!commentId) return null;
    if (type === 'comment.edit') {
      return this.#edit(view, commentId, (base, change) => ({ type, commentId, base, change }));
    }
    return type === 'comment.resolve'
      ? { type, commentId, resolved: this.#random.chance(0.6) }
      : { type, commentId };
  }

  /** With a reason most of the time: someone else's claim is not retracted without. */
  #retraction(view: DebateState): Operation | null {
    const retraction = this.#onClaim('claim.retract', view, () => true);
    const reason = this.#random.chance(0.9)
      ? this.#random.pick(view.head?.settings.reasons ?? [])
      : undefined;
    return retraction && reason !== undefined ? { ...retraction, reason } : retraction;
  }

  #onClaim<T extends 'claim.retract' | 'claim.restore' | 'vote.withdraw'>(
    type: T,
    view: DebateState,
    which: (claim: Claim) => boolean,
  ): { type: T; claimId: string } | null {
    const claim = this.#claim(view, which);
    return claim && { type, claimId: claim.id };
  }

  #claim(view: DebateState, which: (claim: Claim) => boolean = () => true): Claim | null {
    // Few claims get most of the attention: that is where people get in each other's way.
    const claims = [...view.claims.values()].filter(which);
    return this.#random.pick(this.#random.chance(0.6) ? claims.slice(0, 3) : claims) ?? null;
  }

  /** A claim or comment. */
  #contribution(view: DebateState): string | undefined {
    const ids = this.#random.chance(0.7) ? view.claims.keys() : view.comments.keys();
    return this.#random.pick([...ids]);
  }

  #participant(view: DebateState): string | undefined {
    return this.#random.pick([...view.participants.keys()]);
  }

  #target(view: DebateState): Target {
    const kind = this.#random.weighted({ position: 3, claim: 6, link: 2 });
    const ids = { position: view.positions, claim: view.claims, link: view.links }[kind].keys();
    return { kind, id: this.#random.pick([...ids]) ?? 'nothing' };
  }

  #after(view: DebateState, target: Target): { after?: string | null } {
    if (this.#random.chance(0.4)) return {};
    return { after: this.#random.pick([null, ...(view.childLinks.get(target.id) ?? [])]) ?? null };
  }

  #relation(): 'support' | 'attack' {
    return this.#random.chance(0.5) ? 'support' : 'attack';
  }

  #text(): string {
    return Array.from({ length: 1 + this.#random.below(4) }, () => this.#word()).join(' ');
  }

  #word(): string {
    this.#made += 1;
    // A word of one character of its own: the difference of two texts never begins within it.
    return this.#wordsOnly ? String.fromCodePoint(0x4e00 + this.#made) : `w${this.#made}w`;
  }

  #id(prefix: string): string {
    this.#made += 1;
    return `${prefix}-${this.#made}`;
  }
}
