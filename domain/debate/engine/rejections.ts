/** The closed list of reasons for rejecting an operation or a request. Each has a message in the catalogue under `rejection.<code>`. */
export const REJECTION_CODES = [
  // the operation itself
  'invalid', // its shape is not one the protocol knows
  'text_empty',
  'text_too_long', // limit: characters
  'text_malformed', // control characters or broken Unicode
  'change_malformed', // a text change that does not fit the text it names
  // its subject
  'unknown_claim',
  'unknown_position',
  'unknown_link',
  'unknown_comment',
  'unknown_source',
  'unknown_target',
  'unknown_participant',
  'unknown_group',
  'unknown_reason', // the debate no longer offers it
  'id_taken',
  'claim_retracted',
  'target_retracted',
  'claim_merged', // into another claim: edit that one
  'content_hidden', // hidden, waiting or sent back: content that not everyone sees can be neither merged nor split
  'link_retracted',
  'scheme_changed',
  'position_removed',
  'comment_withdrawn',
  'not_retracted',
  'locked', // for moderators only
  'cycle',
  'merge_loop', // into itself, or into one of its descendants
  'too_deep', // limit: levels
  'replies_too_deep', // limit: levels
  'too_many', // limit: count
  'self_link',
  'duplicate_link',
  'link_not_supportable', // only attacks may point at a link
  'parent_link', // a claim's place in the map is moved, not retracted
  'already_cited',
  'not_cited',
  'passage_gone', // the article no longer has these words there
  'articles_full', // limit: UTF-16 units of all articles together
  'unrevealed_articles_full', // limit: UTF-16 units of one person's articles that wait for the reveal
  'unknown_suggestion',
  'suggestion_stale', // the wording is no longer the one that the accepting person has read
  'suggestions_full', // limit: unanswered suggestions
  'unrevealed_full', // limit: contributions of one person that wait for the reveal
  'wording_changed', // the vote names a wording that never existed
  'base_too_old', // too many changes since the one it was made on
  'no_vote',
  'in_group', // a person is in another open group
  'group_too_small', // limit: people; in a smaller one, authors could be identified
  'decided_by_plenary', // the plenary decides on a small group's people, its readers and its end
  'phase_closed', // not in this phase
  'phase_changed', // someone else has gone to another phase
  'phase_running', // the running phase cannot be removed from the agenda
  'unknown_phase',
  'agenda_changed', // by someone else meanwhile
  'floor_changed', // someone else has given the floor to another person, or ended the speech
  'claim_rate_exceeded', // limit: new claims by one person within `PACE_WINDOW`
  'reason_missing', // retracting another person's claim needs a reason
  'reports_full', // limit: open reports
  'unknown_poll',
  'unknown_option',
  'unknown_question',
  'question_withdrawn',
  'question_answered',
  'question_merged', // into another question
  'questions_full', // limit: open questions by one person
  'questions_used_up', // limit: questions by one person
  'unknown_task',
  'task_time_past', // a task's time lies in the past
  'tasks_full', // limit: tasks
  'conclusion_closed', // nobody writes it now
  'conclusion_empty', // nothing to sign
  'conclusion_changed', // since the person who signs read it
  'unknown_signature',
  'poll_open', // another one is open; one at a time
  'poll_closed', // it no longer takes answers
  'poll_disclosed', // its result is known: later answers could be distinguished
  'poll_threshold_lowered', // its threshold is now lower than the one the person answered under
  'poll_answered', // its threshold can be changed only until the first answer
  'steelman_waiting', // the position it is the best case for has not recognized it yet
  'not_steelman', // it is no team's best case for another position
  'unknown_answer', // there is none to withdraw
  'no_opening_poll', // a poll after the debate is compared with one before it
  'poll_time_past', // the time at which it closes lies in the past
  'too_many_options', // limit: options
  'over_budget', // limit: points
  'number_out_of_bounds',
  'options_missing', // limit: options
  'nothing_changed',
  // people, sign-in and status
  'not_signed_in',
  'not_joined',
  'not_allowed',
  'approval_needed', // words that everyone reads change only with a moderator's approval
  'already_joined',
  'muted',
  'removed',
  'banned',
  'owns_debate', // owners transfer or delete their debates before they are erased
  'teams_off', // the debate has no teams
  'no_team', // only members of a team may write, each for its position
  'other_team', // people sign the conclusion for the position they speak for
  'other_side', // it would support another position than the team's own
  'votes_secret', // no one shows their votes in a secret ballot or one for research
  'votes_anonymous', // nor in an anonymous debate
  'side_switched', // in this phase, the team writes for another position
  'names_kept', // names can be hidden from more people later, never shown again
  'ballots_kept', // a ballot that is not open stays as it is
  'ballots_late', // one for research is chosen before the first vote
  'author_anonymous', // it would disclose what one person wrote
  'mention_anonymous', // in an anonymous debate, comments mention nobody
  'too_many_mentions', // limit: people
  'words_of_others', // a claim made from a comment keeps its author's words
  // signing in
  'email_malformed',
  'email_missing', // a password needs an email address to sign in with
  'email_taken',
  'email_failed', // the mail server rejected it
  'email_limit_reached', // limit: emails at once, or a day
  'sign_up_domain', // accounts are for addresses at certain domains
  'sign_up_provider', // accounts come from a provider
  'start_accounts', // only people with an account start debates on this server
  'start_invited', // only accounts that an administrator allowed
  'start_administrators',
  'debates_full', // the person owns as many debates, or as much in them, as this server allows
  'storage_full', // the debate holds as much as this server allows one
  'server_full',
  'account_required', // a guest could not be held to it, or could not come back
  'password_short', // limit: characters
  'password_long', // limit: characters
  'password_common',
  'password_breached', // a service for leaked passwords knows it
  'password_wrong',
  'second_factor_wrong', // a code that is wrong, too old or used; or an unknown recovery code
  'second_factor_required', // an administrator without one, if the server requires it
  'passkey_failed',
  'reauthentication_required', // their last proof of identity is over ten minutes old
  'sign_in_wrong', // the address or the password: not disclosed which
  'provider_sign_in_failed', // the OpenID Connect provider did not confirm their identity
  'provider_sign_in_weak', // the provider used a sign-in method this server doesn't accept
  'code_wrong', // a link or code that is used, expired, or never existed
  'too_many_attempts',
  'closed_by_administrator', // only administrators can reopen it
  'hidden_by_administrator', // for its owner and moderators: nobody else learns that it exists
  'deleted_by_administrator',
  'debate_closed', // it is read-only
  // routes and requests
  'route_not_found', // no route of this server
  'debate_not_found',
  'invitation_unknown', // or expired, revoked, used up, or of a closed debate
  'debate_exists',
  'identity_reused', // the same identity with another payload
  'list_full', // limit: count; removing an item makes room for another
  'too_fast',
  'too_large',
  'file_unreadable', // an imported file: the answer names the line and the reason
  'protocol_mismatch',
  'server_outdated', // the debate has entries of a newer release than this server's
  'busy', // others were faster too many times
  'unavailable', // the database cannot be reached, or the server is stopping
  'queue_full',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/** A rejection: the code names the reason; `limit` is the exceeded limit, in the code's unit. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly limit?: number;
}

/** Makes a rejection. */
export function toRejection(code: RejectionCode, limit?: number): Rejection {
  return limit === undefined ? { code } : { code, limit };
}

const PASSING: readonly RejectionCode[] = ['busy', 'too_fast', 'unavailable', 'server_outdated'];

/** True if all was already as it was wanted. */
export function isRedundant({ code }: Rejection): boolean {
  return code === 'nothing_changed';
}

/** True if the rejection is temporary: nothing was decided, and a later retry may succeed. */
export function isPassing({ code }: Rejection): boolean {
  return PASSING.includes(code);
}
