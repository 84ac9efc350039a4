/** Old names and today's. */
type Names = Readonly<Record<string, string>>;

/** Renamed fields of an object, and of what it contains. An array is renamed item by item. */
export interface Renaming {
  readonly fields?: Names;
  /** Values of a field, by its new name. */
  readonly values?: Readonly<Record<string, Names>>;
  /** The content of a field, by its new name. */
  readonly within?: Readonly<Record<string, Renaming>>;
}

/** The name today of something that may have an old one. */
export function nameToday(names: Names, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** A JSON value with its fields and values as they are named today; anything unexpected stays as it is. */
export function renamed(value: unknown, renaming: Renaming): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, renaming));
  if (typeof value !== 'object' || value === null) return value;
  const { fields = {}, values = {}, within = {} } = renaming;
  const entries = Object.entries(value).map(([old, content]) => {
    const field = nameToday(fields, old);
    if (Object.hasOwn(values, field) && typeof content === 'string')
      return [field, nameToday(values[field] ?? {}, content)];
    return [field, Object.hasOwn(within, field) ? renamed(content, within[field] ?? {}) : content];
  });
  return Object.fromEntries(entries);
}

const SETTINGS: Renaming = { fields: { held: 'approval' } };
const STATUS: Renaming = { fields: { life: 'status' } };
const MEMBERSHIP: Renaming = { fields: { standing: 'membership' }, values: { membership: { in: 'member' } } };
const ADDED: Renaming = { fields: { held: 'pendingApproval', veiled: 'embargoed' } };
const FREED: Renaming = { fields: { unveiled: 'wasHidden' } };
const OUTCOME: Renaming = {
  values: { outcome: { nothing: 'no_action', marked: 'flagged', otherwise: 'other_action' } },
};
const SETTLEMENT: Renaming = { values: { outcome: { returned: 'sent_back' } } };

/** Types of entries that have another name since shape 10. */
export const TYPES: Names = {
  'debate.shown': 'debate.visibilityChanged',
  'debate.turned': 'debate.statusChanged',
  'participant.admitted': 'participant.membershipChanged',
  'claim.given': 'claim.promoted',
  'claim.divided': 'claim.split',
  'content.held': 'content.resubmitted',
  'content.returned': 'content.sentBack',
  'mark.put': 'flag.set',
  'mark.taken': 'flag.cleared',
  'mark.answered': 'flag.answered',
  'agenda.turned': 'agenda.phaseChanged',
  'agenda.timed': 'agenda.timerChanged',
  'group.turned': 'group.statusChanged',
  'poll.turned': 'poll.statusChanged',
  'light.put': 'spotlight.set',
};

/** Payloads of entries that have other names in them since shape 10, by today's type. */
export const PAYLOADS: Readonly<Record<string, Renaming>> = {
  'debate.created': { within: { settings: SETTINGS } },
  'debate.configured': SETTINGS,
  'debate.statusChanged': STATUS,
  'group.statusChanged': STATUS,
  'participant.membershipChanged': MEMBERSHIP,
  'claim.added': ADDED,
  'comment.added': ADDED,
  'source.added': ADDED,
  'claim.moved': FREED,
  'claim.unmerged': FREED,
  'content.resubmitted': { fields: { veiled: 'wasVisible' } },
  'report.settled': OUTCOME,
  'suggestion.settled': SETTLEMENT,
};

/** Types of operations that have another name since protocol 13. */
export const OPERATION_TYPES: Names = {
  'debate.show': 'debate.setVisibility',
  'debate.turn': 'debate.setStatus',
  'participant.admit': 'participant.setMembership',
  'claim.bring': 'claim.promote',
  'claim.give': 'claim.markPromoted',
  'content.sweep': 'content.hideAllBy',
  'content.hold': 'content.resubmit',
  'content.return': 'content.sendBack',
  'mark.put': 'flag.set',
  'mark.take': 'flag.clear',
  'mark.answer': 'flag.answer',
  'agenda.turn': 'agenda.goTo',
  'agenda.time': 'agenda.setTimer',
  'group.turn': 'group.setStatus',
  'meeting.turn': 'meeting.setStatus',
  'poll.turn': 'poll.setStatus',
  'light.put': 'spotlight.set',
};

/** Operations that have other names in them since protocol 13, by today's type. */
export const RENAMED_OPERATIONS: Readonly<Record<string, Renaming>> = {
  'debate.create': { within: { settings: SETTINGS } },
  'debate.configure': SETTINGS,
  'debate.setStatus': STATUS,
  'group.setStatus': STATUS,
  'participant.setMembership': MEMBERSHIP,
  'report.settle': OUTCOME,
  'suggestion.settle': SETTLEMENT,
};

/** Reasons for rejecting an operation that have another code since protocol 13. */
export const REJECTIONS: Names = {
  withheld: 'content_hidden',
  phase_turned: 'phase_changed',
  phase_on: 'phase_running',
  of_plenary: 'decided_by_plenary',
  claims_paced: 'claim_rate_exceeded',
  poll_told: 'poll_disclosed',
  poll_lowered: 'poll_threshold_lowered',
  names_withheld: 'author_anonymous',
  mention_withheld: 'mention_anonymous',
  reauthentication_needed: 'reauthentication_required',
};

/** A snapshot's names since shape 10. */
export const SNAPSHOT: Renaming = {
  fields: {
    toldTotals: 'disclosedTotals',
    withheld: 'hidden',
    veiled: 'embargoed',
    brought: 'promotions',
    latest: 'lastChanges',
    acts: 'moderationLog',
    light: 'spotlight',
  },
  within: {
    head: {
      fields: { life: 'status', turnedAt: 'statusChangedAt' },
      within: { settings: SETTINGS },
    },
    hidden: {
      fields: { how: 'status' },
      values: { status: { held: 'pending_approval', returned: 'sent_back' } },
    },
    participants: MEMBERSHIP,
    groups: STATUS,
    polls: { fields: { turned: 'statusSeq' } },
    reviews: { fields: { marks: 'flags' } },
    reports: OUTCOME,
    suggestions: SETTLEMENT,
    moderationLog: {
      values: {
        what: {
          held: 'resubmitted',
          returned: 'sent_back',
          marked: 'flagged',
          unmarked: 'unflagged',
          freed: 'unmuted',
          admitted: 'readmitted',
        },
      },
    },
  },
};
