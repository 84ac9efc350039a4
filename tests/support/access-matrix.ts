import type { OperationType } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';
import type { Scope } from '../../server/auth/sign-in/scopes.ts';

/**
 * The access rights, as a table: written by hand and tested against domain, sockets and routes. Anything without a row
 * fails the tests: an added operation, event or route needs its row here.
 *
 * People as in `aDebate()`: Dana and Emil are debaters; c-a, s-a and m-a are Dana's, x-a is Emil's. `muted`, `removed` and
 * `banned` is Emil, after that was decided about him.
 */
export const ACTORS = {
  owner: 'olga',
  moderator: 'mona',
  author: 'dana',
  debater: 'emil',
  suggester: 'susi',
  observer: 'otto',
  muted: 'emil',
  removed: 'emil',
  banned: 'emil',
} as const;

export type MatrixActor = keyof typeof ACTORS;
export const MATRIX_ACTORS = Object.keys(ACTORS) as MatrixActor[];

/** `yes`, or the code of the refusal. */
export type Outcome = 'yes' | RejectionCode;

const no = 'not_allowed';

/** owner, moderator, author, debater, suggester, observer, muted; removed and banned are refused everything. */
function row(...outcomes: readonly Outcome[]): Readonly<Record<MatrixActor, Outcome>> {
  const all = [...outcomes, 'removed', 'banned'] as const;
  return Object.fromEntries(MATRIX_ACTORS.map((actor, index) => [actor, all[index]])) as never;
}

/** Each on the sample of its type, where wording is shared and people choose their team. */
export const OPERATION_MATRIX: Readonly<Record<OperationType, Readonly<Record<MatrixActor, Outcome>>>> = {
  'debate.create': row(no, no, no, no, no, no, 'muted'),
  'participant.join': row(no, no, no, no, no, no, 'muted'),
  'text.seal': row(no, no, no, no, no, no, 'muted'),
  'participant.appoint': row('yes', 'yes', no, no, no, no, 'muted'),
  'debate.transfer': row('yes', no, no, no, no, no, 'muted'),
  'participant.mute': row('yes', 'yes', no, no, no, no, 'muted'),
  'participant.setMembership': row('yes', 'yes', no, no, no, no, 'muted'),
  'participant.rename': row('yes', 'yes', no, no, no, no, 'muted'),
  'participant.erase': row(no, no, no, no, no, no, 'muted'),
  'team.choose': row('yes', 'yes', no, no, no, 'yes', 'muted'),
  'perspective.show': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'content.hide': row('yes', 'yes', no, no, no, no, 'muted'),
  'content.hideAllBy': row('yes', 'yes', no, no, no, no, 'muted'),
  'content.restore': row('yes', 'yes', no, no, no, no, 'muted'),
  'content.lock': row('yes', 'yes', no, no, no, no, 'muted'),
  'content.unlock': row('yes', 'yes', no, no, no, no, 'muted'),
  // Its author asks again for what was returned, which the sample is not.
  'content.resubmit': row('yes', 'yes', 'nothing_changed', no, no, no, 'muted'),
  'content.sendBack': row('yes', 'yes', no, no, no, no, 'muted'),
  'flag.set': row('yes', 'yes', no, no, no, no, 'muted'),
  'flag.clear': row('yes', 'yes', no, no, no, no, 'muted'),
  'flag.answer': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  // Nobody reports what they wrote themselves; then there is nothing to undo either.
  'report.make': row('yes', 'yes', no, 'yes', 'yes', 'yes', 'muted'),
  'report.withdraw': row('yes', 'yes', 'nothing_changed', 'yes', 'yes', 'yes', 'muted'),
  'report.settle': row('yes', 'yes', no, no, no, no, 'muted'),
  'group.form': row('yes', 'yes', no, no, no, no, 'muted'),
  'group.assign': row('yes', 'yes', no, no, no, no, 'muted'),
  'group.setStatus': row('yes', 'yes', no, no, no, no, 'muted'),
  'meeting.setStatus': row('yes', 'yes', no, no, no, no, 'muted'),
  'poll.open': row('yes', 'yes', no, no, no, no, 'muted'),
  'poll.setStatus': row('yes', 'yes', no, no, no, no, 'muted'),
  'poll.hideAnswer': row('yes', 'yes', no, no, no, no, 'muted'),
  'poll.answer': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'question.ask': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'muted'),
  'question.support': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'question.withdraw': row(no, no, 'yes', no, no, no, 'muted'),
  'question.merge': row('yes', 'yes', no, no, no, no, 'muted'),
  'question.pin': row('yes', 'yes', no, no, no, no, 'muted'),
  'question.answer': row('yes', 'yes', no, no, no, no, 'muted'),
  'task.add': row('yes', 'yes', no, no, no, no, 'muted'),
  'task.change': row('yes', 'yes', no, no, no, no, 'muted'),
  'task.remove': row('yes', 'yes', no, no, no, no, 'muted'),
  // The sample's author is the debater `author`; only the owner speaks for its position.
  'steelman.answer': row('yes', 'no_team', no, 'no_team', 'no_team', no, 'muted'),
  'steelman.record': row('yes', 'yes', no, no, no, no, 'muted'),
  'conclusion.setStatus': row('yes', 'yes', no, no, no, no, 'muted'),
  'conclusion.edit': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'conclusion.sign': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'muted'),
  // The sample is the owner's signature.
  'conclusion.unsign': row(
    'yes',
    'unknown_signature',
    'unknown_signature',
    'unknown_signature',
    'unknown_signature',
    'unknown_signature',
    'unknown_signature',
  ),
  'conclusion.record': row('yes', 'yes', no, no, no, no, 'muted'),
  'hand.raise': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'muted'),
  // The sample is the owner's hand.
  'hand.lower': row('yes', 'yes', no, no, no, no, 'muted'),
  'floor.order': row('yes', 'yes', no, no, no, no, 'muted'),
  'floor.invite': row('yes', 'yes', no, no, no, no, 'muted'),
  // The sample invites the suggester.
  'floor.uninvite': row('yes', 'yes', no, no, 'yes', no, 'muted'),
  'floor.give': row('yes', 'yes', no, no, no, no, 'muted'),
  'spotlight.set': row('yes', 'yes', no, no, no, no, 'muted'),
  'agenda.set': row('yes', 'yes', no, no, no, no, 'muted'),
  'agenda.goTo': row('yes', 'yes', no, no, no, no, 'muted'),
  'agenda.setTimer': row('yes', 'yes', no, no, no, no, 'muted'),
  'debate.edit': row('yes', 'yes', no, no, no, no, 'muted'),
  'debate.configure': row('yes', 'yes', no, no, no, no, 'muted'),
  'debate.setVisibility': row('yes', no, no, no, no, no, 'muted'),
  'debate.setStatus': row('yes', 'yes', no, no, no, no, 'muted'),
  'debate.delete': row('yes', no, no, no, no, no, 'muted'),
  'debate.restrict': row(no, no, no, no, no, no, 'muted'),
  'debate.clear': row('yes', no, no, no, no, no, 'muted'),
  'position.add': row('yes', 'yes', no, no, no, no, 'muted'),
  'position.edit': row('yes', 'yes', no, no, no, no, 'muted'),
  'summary.edit': row('yes', 'yes', no, no, no, no, 'muted'),
  'claim.add': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'claim.promote': row('yes', 'yes', no, no, no, no, 'muted'),
  'claim.markPromoted': row(no, no, no, no, no, no, 'muted'),
  'claim.edit': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'claim.move': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'claim.retract': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  'claim.react': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'claim.restore': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  'claim.merge': row('yes', 'yes', no, no, no, no, 'muted'),
  'claim.unmerge': row('yes', 'yes', no, no, no, no, 'muted'),
  'claim.split': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  'claim.join': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  'claim.cite': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'claim.uncite': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'link.add': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'link.retract': row('yes', 'yes', no, 'yes', no, no, 'muted'),
  'link.restore': row('yes', 'yes', no, 'yes', no, no, 'muted'),
  'link.setScheme': row('yes', 'yes', no, 'yes', no, no, 'muted'),
  'link.answerQuestion': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'link.weigh': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'source.add': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'source.edit': row('yes', 'yes', 'yes', 'yes', no, no, 'muted'),
  'article.edit': row('yes', 'yes', no, no, no, no, 'muted'),
  // Authors reword what is theirs, and observers do not write; then there is nothing to undo either.
  'suggestion.make': row('yes', 'yes', no, 'yes', 'yes', no, 'muted'),
  'suggestion.withdraw': row('yes', 'yes', 'nothing_changed', 'yes', 'yes', 'nothing_changed', 'muted'),
  'suggestion.settle': row('yes', 'yes', 'yes', no, no, no, 'muted'),
  'vote.cast': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'vote.withdraw': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'yes'),
  'comment.add': row('yes', 'yes', 'yes', 'yes', 'yes', no, 'muted'),
  'comment.edit': row(no, no, 'yes', no, no, no, 'muted'),
  'comment.withdraw': row(no, no, 'yes', no, no, no, 'muted'),
  'comment.restore': row(no, no, 'yes', no, no, no, 'muted'),
  'comment.resolve': row('yes', 'yes', 'yes', no, no, no, 'muted'),
};

/** The people behind a connection that has opened a public debate. */
export const SOCKET_ACTORS = ['reader', 'participant', 'muted', 'removed'] as const;

type OnSocket = Readonly<Record<(typeof SOCKET_ACTORS)[number], Outcome>>;
const all: OnSocket = { reader: 'yes', participant: 'yes', muted: 'yes', removed: 'yes' };

/**
 * The answer to each event, by the person behind the connection. Pointers and carets of non-participants are
 * answered and sent to nobody.
 */
export const EVENT_MATRIX: Readonly<Record<keyof ClientEvents, OnSocket>> = {
  open: all,
  submit: { reader: 'not_signed_in', participant: 'yes', muted: 'muted', removed: 'removed' },
  presence: all,
  pointer: all,
  watchGroups: { reader: no, participant: no, muted: no, removed: no },
  clock: all,
  seen: { reader: 'not_joined', participant: 'yes', muted: 'yes', removed: 'not_joined' },
  caret: all,
};

/** The sender of a request that changes something: another site's page, a signed-out visitor, or a guest. */
export const ROUTE_ACTORS = ['foreign', 'stranger', 'guest'] as const;

/** A form for signed-in people, and one for anyone; both are sent without their fields. */
const OWN = { foreign: 403, stranger: 401, guest: 400 } as const;
const ANYBODYS = { foreign: 403, stranger: 400, guest: 400 } as const;

/** The status of each route that changes something, by its file and method, to a request that is otherwise in order. */
export const ROUTE_MATRIX: Readonly<Record<string, Readonly<Record<(typeof ROUTE_ACTORS)[number], number>>>> =
  {
    'POST /api/debates': { foreign: 403, stranger: 401, guest: 201 },
    'POST /api/imports': { foreign: 403, stranger: 401, guest: 422 },
    'POST /api/debates/[id]/clear': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/debates/[id]/groups': { foreign: 403, stranger: 401, guest: 400 },
    'POST /api/debates/[id]/groups/[groupDebateId]/bring': { foreign: 403, stranger: 401, guest: 400 },
    'POST /api/debates/[id]/notes': { foreign: 403, stranger: 401, guest: 400 },
    'POST /api/debates/[id]/invitations': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/debates/[id]/invitations/[invitationId]': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/v1/debates': { foreign: 403, stranger: 401, guest: 201 },
    'POST /api/v1/imports': { foreign: 403, stranger: 401, guest: 422 },
    'POST /api/v1/debates/[id]/operations': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/v1/debates/[id]/votes': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/v1/debates/[id]/comments': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/v1/debates/[id]/webhooks': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/v1/debates/[id]/webhooks/[webhookId]': { foreign: 403, stranger: 401, guest: 404 },
    'DELETE /api/v1/debates/[id]/webhooks/[webhookId]': { foreign: 403, stranger: 401, guest: 404 },
    'POST /api/join': ANYBODYS,
    'POST /api/guest': { foreign: 403, stranger: 200, guest: 200 },
    'POST /api/signout': { foreign: 403, stranger: 401, guest: 200 },
    'POST /api/account/confirm': OWN,
    'POST /api/account/device': { ...OWN, guest: 200 },
    'POST /api/account/end-all': { ...OWN, guest: 200 },
    'POST /api/account/end': OWN,
    'POST /api/account/erase': OWN,
    'POST /api/account/notes': OWN,
    'POST /api/account/mail': OWN,
    'POST /api/account/name': OWN,
    'POST /api/account/password': OWN,
    'POST /api/account/tokens': OWN,
    // For who has an account, which a guest has not.
    'POST /api/account/authenticator': { ...OWN, guest: 403 },
    'POST /api/account/authenticator/confirm': { ...OWN, guest: 403 },
    'POST /api/account/authenticator/remove': { ...OWN, guest: 403 },
    'POST /api/account/passkeys': { ...OWN, guest: 403 },
    'POST /api/account/passkeys/options': { ...OWN, guest: 403 },
    'POST /api/account/passkeys/remove': { ...OWN, guest: 403 },
    'POST /api/account/passkeys/rename': OWN,
    'POST /api/account/recovery-codes': { ...OWN, guest: 403 },
    'POST /api/account/reauthenticate': OWN,
    'POST /api/account/reauthenticate/mail': { ...OWN, guest: 422 },
    'POST /api/admin/allow': { ...OWN, guest: 403 },
    'POST /api/admin/starts': { ...OWN, guest: 403 },
    'POST /api/account/delete-debate': OWN,
    'POST /api/admin/restrict': { ...OWN, guest: 403 },
    'POST /api/admin/hand-over': { ...OWN, guest: 403 },
    'POST /api/admin/appoint': { ...OWN, guest: 403 },
    'POST /api/admin/end': { ...OWN, guest: 403 },
    'POST /api/admin/erase': { ...OWN, guest: 403 },
    'POST /api/admin/second-factor': { ...OWN, guest: 403 },
    'POST /api/administrator': ANYBODYS,
    'POST /api/notes/read': OWN,
    // Mail programs ask for it; what the link has in it is what it takes.
    'POST /api/unsubscribe': { foreign: 422, stranger: 422, guest: 422 },
    'POST /api/sign-in/code': ANYBODYS,
    'POST /api/sign-in/device': ANYBODYS,
    'POST /api/sign-in/device/name': ANYBODYS,
    'POST /api/sign-in/forgotten': ANYBODYS,
    'POST /api/sign-in/link': ANYBODYS,
    'POST /api/sign-in/mail': ANYBODYS,
    'POST /api/sign-in/passkey': ANYBODYS,
    'POST /api/sign-in/passkey/options': { foreign: 403, stranger: 200, guest: 200 },
    'POST /api/sign-in/password': ANYBODYS,
    'POST /api/sign-in/second': ANYBODYS,
    'POST /api/sign-in/reset': ANYBODYS,
    // Not taken: guests sign in by `/api/guest`.
    'POST /api/auth/[...auth]': { foreign: 403, stranger: 404, guest: 404 },
    // No route at all.
    ...Object.fromEntries(
      ['DELETE', 'PATCH', 'POST', 'PUT'].map((method) => [
        `${method} /api/[[...path]]`,
        { foreign: 404, stranger: 404, guest: 404 },
      ]),
    ),
  };

/**
 * The scope a token needs for a route of the API, and the route's answer then; a token for anything else is refused
 * with 403. Any other route takes no token: to it the program is a stranger.
 */
export const TOKEN_MATRIX: Readonly<Record<string, { readonly scope: Scope; readonly status: number }>> = {
  'GET /api/debates': { scope: 'read', status: 200 },
  'POST /api/debates': { scope: 'write', status: 201 },
  'POST /api/imports': { scope: 'write', status: 422 },
  'GET /api/debates/[id]/export': { scope: 'read', status: 404 },
  'GET /api/v1/debates': { scope: 'read', status: 200 },
  'POST /api/v1/debates': { scope: 'write', status: 201 },
  'POST /api/v1/imports': { scope: 'write', status: 422 },
  'GET /api/v1/debates/[id]': { scope: 'read', status: 404 },
  'GET /api/v1/debates/[id]/export': { scope: 'read', status: 404 },
  'GET /api/v1/debates/[id]/votes': { scope: 'read', status: 404 },
  'GET /api/v1/debates/[id]/comments': { scope: 'read', status: 404 },
  'POST /api/v1/debates/[id]/operations': { scope: 'write', status: 404 },
  'POST /api/v1/debates/[id]/votes': { scope: 'write', status: 404 },
  'POST /api/v1/debates/[id]/comments': { scope: 'write', status: 404 },
  'GET /api/v1/debates/[id]/webhooks': { scope: 'moderate', status: 404 },
  'POST /api/v1/debates/[id]/webhooks': { scope: 'moderate', status: 404 },
  'POST /api/v1/debates/[id]/webhooks/[webhookId]': { scope: 'moderate', status: 404 },
  'DELETE /api/v1/debates/[id]/webhooks/[webhookId]': { scope: 'moderate', status: 404 },
  'GET /api/debates/[id]/history': { scope: 'read', status: 404 },
  'GET /api/debates/[id]/opinions': { scope: 'read', status: 404 },
  'GET /api/debates/[id]/perspectives': { scope: 'read', status: 404 },
  'GET /api/debates/[id]/activity': { scope: 'read', status: 404 },
  'GET /api/debates/[id]/claims/[claimId]/wordings': { scope: 'read', status: 404 },
  'POST /api/debates/[id]/clear': { scope: 'moderate', status: 404 },
  'GET /api/debates/[id]/groups': { scope: 'moderate', status: 200 },
  'POST /api/debates/[id]/groups': { scope: 'moderate', status: 400 },
  'POST /api/debates/[id]/groups/[groupDebateId]/bring': { scope: 'moderate', status: 400 },
  'GET /api/debates/[id]/invitations': { scope: 'moderate', status: 404 },
  'POST /api/debates/[id]/invitations': { scope: 'moderate', status: 404 },
  'POST /api/debates/[id]/invitations/[invitationId]': { scope: 'moderate', status: 404 },
};

/** The sender of a request about a debate: a participant, in a role or under a sanction, or someone else. */
export const DEBATE_ACTORS = [
  'owner',
  'moderator',
  'debater',
  'suggester',
  'observer',
  'muted',
  'removed',
  'banned',
  'outsider',
] as const;

function ofDebate(
  ...outcomes: readonly Outcome[]
): Readonly<Record<(typeof DEBATE_ACTORS)[number], Outcome>> {
  return Object.fromEntries(DEBATE_ACTORS.map((actor, index) => [actor, outcomes[index]])) as never;
}

const reading = ofDebate('yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'removed', 'banned', 'debate_not_found');
const running = ofDebate('yes', 'yes', no, no, no, no, no, no, 'debate_not_found');
const inviting = ofDebate('yes', 'yes', no, no, no, 'muted', 'removed', 'banned', 'debate_not_found');

/** The outcome of a request to a route about a private debate; `muted` and so on are debaters. */
export const DEBATE_ROUTE_MATRIX = {
  'GET /api/debates/[id]/export': reading,
  'GET /api/v1/debates/[id]/export': reading,
  'GET /api/debates/[id]/invitations': inviting,
  'POST /api/debates/[id]/invitations': inviting,
  'POST /api/debates/[id]/invitations/[invitationId]': inviting,
  'GET /api/v1/debates/[id]': reading,
  'GET /api/v1/debates/[id]/votes': reading,
  'GET /api/v1/debates/[id]/comments': reading,
  'POST /api/v1/debates/[id]/comments': ofDebate(
    'yes',
    'yes',
    'yes',
    'yes',
    no,
    'muted',
    'removed',
    'banned',
    'debate_not_found',
  ),
  'GET /api/v1/debates/[id]/webhooks': running,
  'POST /api/v1/debates/[id]/webhooks': running,
  'GET /api/debates/[id]/history': reading,
  'GET /api/debates/[id]/opinions': reading,
  'GET /api/debates/[id]/perspectives': reading,
  'GET /api/debates/[id]/activity': reading,
  'GET /api/debates/[id]/claims/[claimId]/wordings': reading,
  'POST /api/debates/[id]/clear': ofDebate('yes', no, no, no, no, no, no, no, 'debate_not_found'),
} as const;

/** The body of a request to a route, if any. */
export const ROUTE_BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/debates': { title: 'Trade', motion: 'Trade makes friends', positions: [], visibility: 'public' },
  'POST /api/v1/debates': {
    title: 'Trade',
    motion: 'Trade makes friends',
    positions: [],
    visibility: 'public',
  },
  'POST /api/v1/debates/[id]/operations': {
    clientId: 'program_one',
    clientSeq: 1,
    operation: { type: 'vote.withdraw', claimId: 'c_one' },
  },
  'POST /api/v1/debates/[id]/votes': { claimId: 'c_one', answer: 'agree' },
  'POST /api/v1/debates/[id]/comments': { on: { kind: 'claim', id: 'c_one' }, text: 'So it is' },
  'POST /api/v1/debates/[id]/webhooks': { url: 'https://hooks.example.org/' },
  'POST /api/v1/debates/[id]/webhooks/[webhookId]': { action: 'resume' },
  'POST /api/debates/[id]/invitations': { kind: 'code', role: 'debater', holds: 'day', limit: null },
  'POST /api/debates/[id]/invitations/[invitationId]': { action: 'revoke' },
  'POST /api/guest': { name: 'Ann' },
};
