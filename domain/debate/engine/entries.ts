import type { TextChange } from '../../ot/text-change.ts';
import type { Group } from '../groups/group.ts';
import type { Restriction, Settings, Status, Visibility } from '../head/head.ts';
import type { Reaction, Tally } from '../map/claim.ts';
import type { Relation, Target } from '../map/link.ts';
import type { Scheme } from '../map/scheme.ts';
import type { Floor, FloorOrder, Speech, Spotlight } from '../meetings/meeting.ts';
import type { Report, ReportOutcome } from '../moderation/report.ts';
import type { FlagKind } from '../moderation/review.ts';
import type { Membership, Reason, Role } from '../participants/participant.ts';
import type { Phase } from '../phases/agenda.ts';
import type { Poll, PollKind, PollThreshold } from '../polls/poll.ts';
import type { PollChoice, PollForm } from '../polls/poll-form.ts';
import type { Hue } from '../positions/position.ts';
import type { Fragment } from '../projection/fragment.ts';
import type { Passage } from '../sources/source.ts';
import type { Settlement, Suggestion } from '../suggestions/suggestion.ts';
import type { TaskDue, TaskKind } from '../tasks/task.ts';
import type { ConclusionSection, SourceField } from '../texts/texts.ts';
import type { Answer, Rating, RatingCounts } from '../votes/vote.ts';

/**
 * The effect of an accepted operation. `evolve` folds entries forever: if a shape changes, it gets a new `shape` number, and `upcast.ts`
 * turns the old one into the new one.
 */
export type Effect =
  | {
      type: 'debate.created';
      title: string;
      motion: string;
      visibility: Visibility;
      settings: Partial<Settings>;
      /** The debate that this group belongs to. */
      plenary?: string;
    }
  | { type: 'debate.edited'; title?: string; motion?: string }
  | ({ type: 'debate.configured' } & Partial<Settings>)
  | { type: 'debate.visibilityChanged'; visibility: Visibility }
  | { type: 'debate.statusChanged'; status: Status }
  | { type: 'debate.deleted'; deleted: boolean }
  | { type: 'debate.cleared' }
  /** Null: the restriction is lifted. A projection leaves the reason out for viewers who don't moderate the debate. */
  | { type: 'debate.restricted'; restriction: Restriction; reason: string | null; unlogged?: true }
  /** Sent again for a participant whose role was raised. */
  | { type: 'participant.joined'; participantId: string; role: Role }
  /**
   * `unlogged`: as projected to viewers who may not see the moderation log, so with a new name; or a removed person came back in this role,
   * which no moderator decided.
   */
  | { type: 'participant.appointed'; participantId: string; role: Role; unlogged?: true }
  /** The owner becomes a moderator and this participant the owner. */
  | { type: 'debate.transferred'; participantId: string }
  /** `minutes`: how long it lasts; absent: until it is lifted. */
  | {
      type: 'participant.muted';
      participantId: string;
      muted: boolean;
      reason: Reason | null;
      minutes?: number;
    }
  | {
      type: 'participant.membershipChanged';
      participantId: string;
      membership: Membership;
      reason: Reason | null;
      minutes?: number;
    }
  /** A participant has a new name, which is stored with the names. */
  | { type: 'participant.renamed'; participantId: string; unlogged?: true }
  /**
   * Nobody is behind this participant any longer. `words`: what they wrote before is blank in the log. `fromConclusion`: so it is in the
   * conclusion, which is another version from then on.
   */
  | { type: 'participant.erased'; participantId: string; words: boolean; fromConclusion?: true }
  | { type: 'team.chosen'; participantId: string; team: string | null }
  /** A person shows their votes as a perspective, or no longer. */
  | { type: 'perspective.shown'; participantId: string; shown: boolean }
  | { type: 'position.added'; positionId: string; name: string; hue: Hue; summary: string; order: string }
  /** `summary`, as a whole text, is in old entries only. */
  | { type: 'position.edited'; positionId: string; name?: string; hue?: Hue; summary?: string }
  | {
      type: 'claim.added';
      claimId: string;
      linkId: string;
      target: Target;
      relation: Relation;
      positionId: string | null;
      text: string;
      order: string;
      sources: string[];
      /** It waits for approval. */
      pendingApproval?: true;
      /** The group it was promoted from; empty if the viewer may not know it. */
      group?: string;
      /** The comment it was made from. */
      comment?: string;
      /** A moderator made it from its author's words. */
      byModerator?: true;
      /** Only its author sees it until the reveal. */
      embargoed?: true;
      /** The position whose team wrote it as the best case for another. */
      steelman?: string;
    }
  /** `recognized`: the wordings that are recognized from now on. `recorded`: by a moderator, for the position as a whole. */
  | {
      type: 'steelman.answered';
      claimId: string;
      answerId: string;
      wording: number;
      agrees: boolean;
      recognized: readonly number[];
      recorded?: true;
      /** The earlier answer, which this replaces. */
      instead?: string;
    }
  | { type: 'steelman.answerWithdrawn'; claimId: string; answerId: string; recognized: readonly number[] }
  | { type: 'claim.promoted'; claimId: string }
  /** `sealed`: a separate wording, as each edit was before live editing. `reworded`: as in `text.sealed`. */
  | { type: 'claim.edited'; claimId: string; change: TextChange; sealed?: true; reworded?: boolean }
  /** `wasHidden`: it was under something hidden, so fewer people may have seen it than now. */
  | {
      type: 'claim.moved';
      claimId: string;
      target: Target;
      relation: Relation;
      order: string;
      wasHidden?: true;
    }
  /** `reason`: given by a moderator. `unlogged`: as projected to viewers who may not see the moderation log. */
  | { type: 'claim.retracted'; claimId: string; reason?: string; unlogged?: true }
  /** `againstAuthor`: a moderator restored what its author had retracted. */
  | { type: 'claim.restored'; claimId: string; againstAuthor?: true }
  /** Null: withdrawn. */
  | { type: 'claim.reacted'; claimId: string; reaction: Reaction | null }
  /** `passages`: those cited by this entry; the source may be cited already. */
  | { type: 'claim.cited'; claimId: string; sourceId: string; passages?: readonly PassageIn[] }
  /** `passages`: only these are removed, and the source with them, unless it is `kept`. */
  | {
      type: 'claim.uncited';
      claimId: string;
      sourceId: string;
      passages?: readonly string[];
      kept?: true;
    }
  /** `unlogged`: as projected to viewers who may not see the moderation log. */
  | { type: 'claim.merged'; claimId: string; into: string; unlogged?: true }
  /** `wasHidden`: it was with something hidden, as for a move. */
  | { type: 'claim.unmerged'; claimId: string; from: string; wasHidden?: true; unlogged?: true }
  /** Parts that exist already as claims become parts again. `taken`: arguments that reply to parts from now on. */
  | {
      type: 'claim.split';
      claimId: string;
      change: TextChange;
      parts: readonly { claimId: string; linkId: string; text: string; order: string }[];
      taken: readonly SequencedEntry[];
      back?: SealedBack;
      reworded?: boolean;
      /** A moderator split it. */
      byModerator?: true;
      unlogged?: true;
    }
  /** Parts are merged into it; `returned` are the arguments that replied to it before. */
  | {
      type: 'claim.joined';
      claimId: string;
      parts: readonly string[];
      change: TextChange | null;
      returned: readonly SequencedEntry[];
      back?: SealedBack;
      reworded?: boolean;
      unlogged?: true;
    }
  | { type: 'link.added'; linkId: string; from: string; target: Target; relation: Relation }
  | { type: 'link.retracted'; linkId: string }
  | { type: 'link.restored'; linkId: string }
  /** Null: none. */
  | {
      type: 'link.schemeSet';
      linkId: string;
      scheme: Scheme | null;
      answeredQuestions?: readonly number[];
    }
  | { type: 'link.questionAnswered'; linkId: string; scheme: Scheme; question: number; answered: boolean }
  /** Null: withdrawn. */
  | { type: 'link.weighed'; linkId: string; weight: number | null }
  | {
      type: 'source.added';
      sourceId: string;
      title: string;
      url: string;
      locator: string;
      excerpt: string;
      note: string;
      embargoed?: true;
    }
  | { type: 'source.edited'; sourceId: string; field: SourceField; change: TextChange }
  | { type: 'article.edited'; sourceId: string; change: TextChange }
  /** `change`: what it would do to the wording of that time. */
  | { type: 'suggestion.made'; suggestionId: string; claimId: string; change: TextChange; note: string }
  | { type: 'suggestion.withdrawn'; suggestionId: string; claimId: string }
  /**
   * `change`: what it does to the wording; null: nothing. If it splits the claim, the wording is sealed with it. A null outcome: it waits
   * again.
   */
  | {
      type: 'suggestion.settled';
      suggestionId: string;
      claimId: string;
      outcome: Settlement | null;
      change: TextChange | null;
      note: string;
      back?: SealedBack;
      reworded?: boolean;
    }
  | { type: 'summary.edited'; positionId: string; change: TextChange }
  /**
   * `back`: the claim has an earlier wording again, with that number; this many votes answer others. `reworded`: true if the wording
   * differs from the one before; given if the words that would show it have been erased, and for a claim whose words are the same again.
   */
  | {
      type: 'text.sealed';
      text: string;
      back?: SealedBack;
      reworded?: boolean;
    }
  /** `team`: the position that its author spoke for; absent: none, or it was cast before these were noted. */
  | { type: 'vote.cast'; claimId: string; answer: Answer; wording: number; team?: string }
  | { type: 'vote.withdrawn'; claimId: string }
  | {
      type: 'comment.added';
      commentId: string;
      on: Target;
      replyTo: string | null;
      text: string;
      pendingApproval?: true;
      embargoed?: true;
      /** The answer to a steelman that it belongs to: it says what is missing. */
      ofAnswer?: string;
    }
  | { type: 'comment.edited'; commentId: string; change: TextChange }
  /** The whole text, as comments were edited at first: in old entries only. */
  | { type: 'comment.edited'; commentId: string; text: string }
  | { type: 'comment.withdrawn'; commentId: string }
  | { type: 'comment.restored'; commentId: string }
  | { type: 'comment.resolved'; commentId: string; resolved: boolean }
  | { type: 'content.hidden'; ids: readonly string[]; reason: string; note: string }
  | { type: 'content.restored'; ids: readonly string[] }
  /** `wasVisible`: everyone saw some of it until then. */
  | { type: 'content.resubmitted'; ids: readonly string[]; wasVisible?: true }
  | { type: 'content.sentBack'; ids: readonly string[]; reason: string; note: string }
  /** `unlogged`: as projected to viewers who may not see the moderation log. */
  | { type: 'content.locked'; on: string; branch: boolean; unlogged?: true }
  | { type: 'content.unlocked'; on: string; unlogged?: true }
  | {
      type: 'flag.set';
      on: string;
      what: FlagKind;
      other: string | null;
      note: string;
      revised: boolean;
      unlogged?: true;
    }
  | { type: 'flag.cleared'; on: string; what: FlagKind; unlogged?: true }
  | { type: 'flag.answered'; on: string; what: FlagKind; revised: boolean }
  /** `forgotten`: reports by the same person that were settled longest ago; they make room. */
  | {
      type: 'report.made';
      reportId: string;
      on: string;
      reason: string;
      words: string;
      forgotten?: readonly string[];
    }
  | ({ type: 'agenda.set'; phases: readonly Phase[] } & Disclosure)
  | ({ type: 'agenda.phaseChanged'; to: string | null } & Disclosure)
  | { type: 'agenda.timerChanged'; act: 'start' | 'extend'; seconds: number }
  | { type: 'agenda.timerChanged'; act: 'pause' | 'resume' | 'stop' }
  | { type: 'report.withdrawn'; reportId: string }
  /** `on`: what the reports are about. */
  | { type: 'report.settled'; ids: readonly string[]; on: readonly string[]; outcome: ReportOutcome | null }
  | { type: 'group.formed'; groups: readonly FormedGroup[] }
  | { type: 'group.assigned'; participantId: string; groupId: string | null }
  | { type: 'group.statusChanged'; ids: readonly string[]; status: Status }
  | { type: 'meeting.started' }
  | { type: 'meeting.ended' }
  | {
      type: 'poll.opened';
      pollId: string;
      kind: PollKind;
      since: string | null;
      /** Missing: one option. */
      form?: PollForm;
      question: string;
      options: readonly string[];
      secret: boolean;
      /** Missing: 5. */
      threshold?: PollThreshold;
      /** It is not open yet: it waits for a moderator. */
      prepared?: true;
      closesAt?: number;
    }
  /**
   * `threshold`: the one it has from now on; missing: unchanged. `closesAt`: null: no time; missing: unchanged, or none if it is opened.
   * `right`: the right number.
   */
  | {
      type: 'poll.statusChanged';
      pollId: string;
      open: boolean;
      threshold?: PollThreshold;
      closesAt?: number | null;
      right?: number;
    }
  | { type: 'poll.answered'; pollId: string; choice: PollChoice | null }
  /** `text`: answers like it are hidden, or shown again. */
  | { type: 'poll.answerHidden'; pollId: string; text: string; hidden: boolean }
  | {
      type: 'question.asked';
      questionId: string;
      text: string;
      pendingApproval?: true;
      embargoed?: true;
    }
  | { type: 'question.supported'; questionId: string; supported: boolean }
  | { type: 'question.withdrawn'; questionId: string; withdrawn: boolean }
  | { type: 'question.merged'; questionId: string; into: string }
  | { type: 'question.unmerged'; questionId: string; from: string }
  | { type: 'question.pinned'; questionId: string; pinned: boolean }
  | { type: 'question.answered'; questionId: string; answered: boolean }
  | { type: 'task.added'; taskId: string; kind: TaskKind; count: number; due: TaskDue }
  | { type: 'task.changed'; taskId: string; count: number; due: TaskDue }
  | { type: 'task.removed'; taskId: string }
  /** The first one begins it. */
  | { type: 'conclusion.statusChanged'; open: boolean }
  | { type: 'conclusion.edited'; section: ConclusionSection; change: TextChange }
  /** `revision`: as read by its author; 0: an earlier one, from a file. `recorded`: by a moderator, for the position as a whole. `instead`: the
   * earlier signature, which this replaces. */
  | {
      type: 'conclusion.signed';
      signatureId: string;
      positionId: string;
      revision: number;
      recorded?: true;
      instead?: string;
    }
  | { type: 'conclusion.unsigned'; signatureId: string }
  | { type: 'hand.raised' }
  | { type: 'hand.lowered'; participantId: string }
  /** The participant who had the floor before has spoken. */
  | { type: 'floor.given'; to: string | null; seconds: number | null }
  | { type: 'floor.ordered'; order: FloorOrder }
  /** Known to moderators and to that person alone. */
  | { type: 'floor.invited'; participantId: string }
  | { type: 'floor.uninvited'; participantId: string }
  | { type: 'spotlight.set'; on: string | null; call: boolean };

/** The effects that have one of these fields. */
export type EffectWith<Field extends string, E = Effect> = E extends unknown
  ? Extract<keyof E, Field> extends never
    ? never
    : E
  : never;

/** The effects on one of these nouns: a function that must know each of them excludes them from its `default`. */
export type EffectOn<Noun extends string, E = Effect> = Extract<E, { type: `${Noun}.${string}` }>;

/** A passage of a source that is named next to it. */
export type PassageIn = Omit<Passage, 'sourceId'>;

/** A group as it is created. */
export interface FormedGroup {
  readonly groupId: string;
  readonly debateId: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The visibility for everyone that a change of the agenda changes. */
export interface Disclosure {
  /** All content that only its authors saw until then. A projection replaces this and names nothing here. */
  readonly revealed?: readonly string[];
  /** Tallies are shown from now on, or hidden. */
  readonly tallies?: true;
}

/** The claim has an earlier wording again, with that number; this many votes answer others. */
export interface SealedBack {
  readonly wording: number;
  readonly earlier: number;
}

/** An argument's parent link, and the claim it replies to from now on. */
export interface SequencedEntry {
  readonly linkId: string;
  readonly under: string;
  readonly order: string;
}

/** Effects that a projection sends in place of those it may not disclose: never in the log. */
export type ProjectedEffect =
  | { type: 'vote.tallied'; claimId: string; tally: Tally }
  /** `tasks`, `team`: as in `Vote`. */
  | {
      type: 'vote.own';
      claimId: string;
      answer: Answer | null;
      wording: number;
      tasks?: readonly string[];
      team?: string;
    }
  /** The same for ratings; null: nobody gave one, or the viewer's own was withdrawn. */
  | { type: 'rating.tallied'; on: string; counts: RatingCounts | null }
  | { type: 'rating.own'; on: string; own: Rating | null }
  /** Reports as the viewer may know them now, and those that no longer exist. */
  | { type: 'report.projected'; reports: readonly Report[]; gone: readonly string[] }
  /** Suggested wordings as the viewer may know them now, and those that the viewer may no longer know. */
  | { type: 'suggestion.projected'; suggestions: readonly Suggestion[]; gone: readonly string[] }
  /** All groups that the viewer may know, with the number of members that the viewer may know. */
  | { type: 'group.projected'; groups: readonly Group[] }
  /** Polls as the viewer may know them now. */
  | { type: 'poll.projected'; polls: readonly Poll[] }
  | { type: 'poll.own'; pollId: string; choice: PollChoice | null }
  /** The floor as the viewer may know it now, and the speeches since. */
  | { type: 'floor.projected'; floor: Floor; speeches: readonly Speech[] }
  | { type: 'spotlight.projected'; spotlight: Spotlight | null }
  /** All tallies as they are shown from now on; a claim that is not listed has none. */
  | {
      type: 'votes.projected';
      tallies: readonly (readonly [
        claimId: string,
        agree: number,
        disagree: number,
        pass: number,
        earlier: number,
      ])[];
      /** The same for ratings. */
      ratings: readonly (readonly [id: string, counts: RatingCounts])[];
    }
  /** All that an audience may now see of these claims and comments and their dependents: nothing else of them remains. */
  | { type: 'content.projected'; roots: readonly string[]; fragment: Fragment };

export interface EntryFrame {
  readonly seq: number;
  /** Server time, milliseconds since 1970; never earlier than that of the entry before. */
  readonly at: number;
  /** The participant who did it, or `system`. */
  readonly actor: string;
  /** The participant who wrote the words. */
  readonly author: string;
}

export type LogEntry = EntryFrame & { readonly effect: Effect };
export type ProjectedEntry = EntryFrame & { readonly effect: Effect | ProjectedEffect };

/** Version of the shapes above; stored with every entry and snapshot. */
export const ENTRY_SHAPE = 16;

/** The actor of what the server itself submits (joining, seeding). */
export const SYSTEM = 'system';
