import { PersistentMap } from '../../collections/persistent-map.ts';
import { evolveAgenda, evolveTallies } from '../agenda/evolve-agenda.ts';
import { evolveClaim } from '../claims/evolve-claim.ts';
import { placeCrossLink } from '../claims/placement.ts';
import { evolveComment } from '../comments/evolve-comment.ts';
import { withoutNamingHistories } from '../comments/mentions.ts';
import { evolveGroup } from '../groups/evolve-group.ts';
import { evolveLineage } from '../lineage/evolve-lineage.ts';
import { evolveWeight } from '../links/evolve-weight.ts';
import { evolveFloor } from '../meetings/evolve-floor.ts';
import { evolveMeeting } from '../meetings/evolve-meeting.ts';
import { withoutIdleSpotlight } from '../meetings/spotlight.ts';
import { evolveFlag } from '../moderation/evolve-flag.ts';
import { evolveModeration } from '../moderation/evolve-moderation.ts';
import { evolveReport } from '../moderation/evolve-report.ts';
import { evolvePeople } from '../participants/evolve-people.ts';
import { evolvePoll } from '../polls/evolve-poll.ts';
import { evolveStatus } from '../settings/evolve-status.ts';
import { DEFAULT_SETTINGS } from '../settings/head.ts';
import { evolveSuggestion } from '../suggestions/evolve-suggestion.ts';
import { evolveText } from '../texts/evolve-text.ts';
import { rewriteText } from '../texts/texts.ts';
import { asLogged, nextAudienceSeq, withNumber } from '../visibility/audience-sequence.ts';
import { embargo } from '../visibility/embargo.ts';
import { mergeFragment, removeFragment } from '../visibility/fragment.ts';
import { dependentsOf } from '../visibility/hidden-content.ts';
import { knowersOf } from '../visibility/knowers.ts';
import { recordDisclosures } from '../votes/disclosed-totals.ts';
import { evolveVote } from '../votes/evolve-vote.ts';
import type { EntryFrame, ProjectedEntry } from './entries.ts';
import type { DebateState } from './state.ts';

/**
 * Folds one entry, of the log or of a projection. Never rejects: rules change over the years, the log does not. If the state lacks what an
 * entry names (a claim that this audience may not see), that is skipped.
 */
export function evolve(state: DebateState, entry: ProjectedEntry): DebateState {
  const { seq, at } = entry;
  if (state.numbering === null) return { ...fold(state, entry), seq, at };
  const logged = asLogged(entry);
  const { numbering } = state;
  let folded: DebateState | null = null;
  const asKnownToAll = () => {
    folded ??= fold(state, withNumber(entry, numbering.publicSeq + 1));
    return folded;
  };
  const knowers = knowersOf(state, logged, asKnownToAll);
  // The state records the number that viewers get, not the log's.
  const next = nextAudienceSeq(state, numbering, logged, knowers);
  const evolved = knowers === null ? asKnownToAll() : fold(state, withNumber(entry, next.seq));
  return recordDisclosures(state, { ...evolved, seq, at, numbering: next.numbering }, logged);
}

function fold(state: DebateState, entry: ProjectedEntry): DebateState {
  return withoutIdleSpotlight(apply(state, entry), state);
}

/** Folds many entries. */
export function evolveAll(state: DebateState, entries: readonly ProjectedEntry[]): DebateState {
  return entries.reduce(evolve, state);
}

function apply(state: DebateState, entry: ProjectedEntry): DebateState {
  const { effect } = entry;
  switch (effect.type) {
    case 'debate.created':
    case 'debate.edited':
    case 'debate.configured':
      return evolveHead(state, effect, entry);
    case 'debate.visibilityChanged':
    case 'debate.statusChanged':
    case 'debate.deleted':
    case 'debate.cleared':
    case 'debate.restricted':
      return evolveStatus(state, effect, entry);
    case 'participant.joined':
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.membershipChanged':
    case 'participant.renamed':
    case 'participant.erased':
    case 'debate.transferred':
    case 'team.chosen':
      return evolvePeople(state, effect, entry);
    case 'position.added':
    case 'position.edited':
      return evolvePosition(state, effect, entry);
    case 'source.added': {
      const { type, sourceId, embargoed, ...rest } = effect;
      const source = { id: sourceId, ...rest, author: entry.author };
      const added = { ...state, sources: state.sources.set(sourceId, source) };
      return embargoed ? embargo(added, sourceId, entry.author) : added;
    }
    case 'claim.edited':
    case 'comment.edited':
    case 'summary.edited':
    case 'source.edited':
    case 'article.edited':
    case 'text.sealed':
      return evolveText(state, effect, entry);
    case 'claim.merged':
    case 'claim.unmerged':
    case 'claim.split':
    case 'claim.joined':
      return evolveLineage(state, effect, entry);
    case 'link.added':
      return placeCrossLink(state, {
        id: effect.linkId,
        from: effect.from,
        target: effect.target,
        relation: effect.relation,
        parent: false,
        order: '',
        author: entry.author,
        at: entry.at,
        retracted: false,
      });
    case 'link.retracted':
    case 'link.restored':
      return setLinkRetracted(state, effect.linkId, effect.type === 'link.retracted');
    case 'vote.cast':
    case 'vote.withdrawn':
    case 'vote.tallied':
    case 'vote.own':
      return evolveVote(state, effect, entry.author);
    case 'link.weighed':
    case 'weight.tallied':
    case 'weight.own':
      return evolveWeight(state, effect, entry.author);
    case 'comment.added':
    case 'comment.withdrawn':
    case 'comment.restored':
    case 'comment.resolved':
      return evolveComment(state, effect, entry);
    case 'content.hidden':
    case 'content.restored':
    case 'content.resubmitted':
    case 'content.sentBack':
    case 'content.locked':
    case 'content.unlocked':
      return evolveModeration(state, effect, entry);
    case 'flag.set':
    case 'flag.cleared':
    case 'flag.answered':
      return evolveFlag(state, effect, entry);
    case 'suggestion.made':
    case 'suggestion.withdrawn':
    case 'suggestion.settled':
    case 'suggestion.projected':
      return evolveSuggestion(state, effect, entry);
    case 'agenda.set':
    case 'agenda.phaseChanged':
    case 'agenda.timerChanged':
      return evolveAgenda(state, effect, entry);
    case 'votes.projected':
      return evolveTallies(state, effect);
    case 'report.made':
    case 'report.withdrawn':
    case 'report.settled':
    case 'report.projected':
      return evolveReport(state, effect, entry);
    case 'group.formed':
    case 'group.assigned':
    case 'group.statusChanged':
    case 'group.projected':
      return evolveGroup(state, effect, entry);
    case 'meeting.started':
    case 'meeting.ended':
      return evolveMeeting(state, effect, entry);
    case 'poll.opened':
    case 'poll.statusChanged':
    case 'poll.answered':
    case 'poll.projected':
    case 'poll.own':
      return evolvePoll(state, effect, entry);
    case 'hand.raised':
    case 'hand.lowered':
    case 'floor.given':
    case 'floor.projected':
      return evolveFloor(state, effect, entry);
    case 'spotlight.set': {
      const { on, call } = effect;
      if (on === null) return { ...state, spotlight: null };
      const { seq } = entry;
      return { ...state, spotlight: { on, seq, call: call ? seq : (state.spotlight?.call ?? 0) } };
    }
    case 'spotlight.projected':
      return { ...state, spotlight: effect.spotlight };
    case 'content.projected':
      return mergeFragment(removeFragment(state, dependentsOf(state, effect.roots)), effect.fragment);
    default:
      return evolveClaim(state, effect, entry);
  }
}

type HeadEffect = Extract<
  ProjectedEntry['effect'],
  { type: 'debate.created' | 'debate.edited' | 'debate.configured' }
>;

function evolveHead(state: DebateState, effect: HeadEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'debate.created') {
    const { type, ...rest } = effect;
    const settings = { ...DEFAULT_SETTINGS, ...rest.settings };
    const status = {
      status: 'open',
      deleted: false,
      statusChangedAt: entry.at,
      createdAt: entry.at,
    } as const;
    const plenary = rest.plenary ?? null;
    return {
      ...state,
      head: { ...rest, settings, plenary, ...status },
      votes: PersistentMap(),
      weights: PersistentMap(),
    };
  }
  if (state.head === null) return state;
  if (effect.type === 'debate.configured') {
    const { type, ...chosen } = effect;
    const known = chosen.names === 'anonymous' ? withoutNamingHistories(state) : state;
    return { ...known, head: { ...state.head, settings: { ...state.head.settings, ...chosen } } };
  }
  const { title = state.head.title, motion = state.head.motion } = effect;
  return { ...state, head: { ...state.head, title, motion } };
}

type PositionEffect = Extract<ProjectedEntry['effect'], { type: 'position.added' | 'position.edited' }>;

function evolvePosition(state: DebateState, effect: PositionEffect, entry: EntryFrame): DebateState {
  const { type, positionId: id, summary: rewritten, ...fields } = effect;
  const before = state.positions.get(id);
  if (effect.type === 'position.added') {
    const { name, hue, summary, order } = effect;
    const position = { id, name, hue, summary, order, removed: false };
    return { ...state, positions: state.positions.set(id, position) };
  }
  if (!before) return state;
  const edited = { ...state, positions: state.positions.set(id, { ...before, ...fields }) };
  return rewritten === undefined ? edited : rewriteText(edited, id, rewritten, entry);
}

function setLinkRetracted(state: DebateState, linkId: string, retracted: boolean): DebateState {
  const link = state.links.get(linkId);
  return link ? { ...state, links: state.links.set(linkId, { ...link, retracted }) } : state;
}
