/**
 * The closed list of reasons for which an operation or a request is refused.
 * Each has a sentence in the message catalogue under `rejection.<code>`.
 */
export const REJECTION_CODES = [
  // the operation itself
  'invalid', // its shape is not one the protocol knows
  'text_empty',
  'text_too_long', // limit: characters
  'text_malformed', // control characters or broken Unicode
  'change_malformed', // a text change that does not fit the text it names
  // what it is about
  'unknown_claim',
  'unknown_position',
  'unknown_link',
  'unknown_comment',
  'unknown_source',
  'unknown_target',
  'unknown_participant',
  'unknown_group',
  'unknown_reason', // the debate does not offer it any more
  'id_taken',
  'claim_retracted',
  'target_retracted',
  'claim_merged', // into another: what it says is changed there
  'withheld', // hidden, waiting or returned: what is not shown to everybody is neither merged nor split
  'link_retracted',
  'position_removed',
  'comment_withdrawn',
  'not_retracted',
  'locked', // for those who run the debate alone
  'cycle',
  'merge_loop', // into itself, or into what is under it
  'too_deep', // limit: levels
  'too_many', // limit: count
  'self_link',
  'duplicate_link',
  'link_not_supportable', // only attacks may point at a link
  'parent_link', // a claim's place in the map is moved, not retracted
  'already_cited',
  'not_cited',
  'passage_gone', // the article does not have these words there any more
  'articles_full', // limit: UTF-16 units of all articles together
  'unknown_suggestion',
  'suggestion_stale', // the wording is another by now than who accepts it has read
  'suggestions_full', // limit: suggestions that nobody has answered yet
  'wording_changed', // the vote names a wording that never was
  'base_too_old', // too many changes since the one this was made on
  'no_vote',
  'in_group', // somebody is in another group that is open
  'group_too_small', // limit: people; of fewer one would know who wrote what
  'of_plenary', // a small group's people, who may read it and its end are decided in its plenary
  'phase_closed', // not in this phase
  'phase_turned', // somebody else has gone on to another phase
  'phase_on', // the phase that is on is not taken out of the agenda
  'unknown_phase',
  'agenda_changed', // by somebody else meanwhile
  'claims_paced', // limit: new claims of one person within `PACE_WINDOW`
  'reason_missing', // somebody else's claim is retracted for a reason
  'reports_full', // limit: reports that nobody has dealt with yet
  'unknown_poll',
  'unknown_option',
  'poll_open', // another one is; one after the other
  'poll_closed', // nobody answers any more
  'poll_told', // what came of it is known: who answered later could be told apart
  'poll_lowered', // its threshold is lower now than the one the person answered under
  'poll_answered', // its threshold can be changed until somebody answers
  'no_opening_poll', // a poll after the debate is compared with one before it
  'options_missing', // limit: options
  'nothing_changed',
  // who and when
  'not_signed_in',
  'not_joined',
  'not_allowed',
  'already_joined',
  'muted',
  'removed',
  'banned',
  'owns_debate', // who owns a debate hands it over or deletes it before they are erased
  'teams_off', // nobody speaks for a position here
  'no_team', // only those of a team may write, each for its position
  'other_side', // it would be for another position than the team's own
  'names_kept', // who wrote what is told to fewer people from now on, never to more again
  'ballots_kept', // a ballot once secret stays so
  'names_withheld', // it would tell what was written by one and the same person
  'mention_withheld', // where nobody is named, a comment names nobody either
  'too_many_mentions', // limit: people
  'words_of_others', // a claim made of a comment says what its author said there
  // signing in
  'mail_malformed',
  'mail_missing', // a password needs an address to sign in with
  'mail_taken',
  'mail_failed', // the mail server did not take it
  'mails_used_up', // limit: mails at once, or a day
  'sign_up_domain', // accounts are for addresses at some domains
  'sign_up_provider', // accounts come from a provider
  'start_accounts', // only people with an account start debates on this server
  'start_invited', // only accounts that an administrator allowed
  'start_administrators',
  'account_needed', // a guest could not be held to it, or not come back
  'password_short', // limit: characters
  'password_long', // limit: characters
  'password_common',
  'password_breached', // a service of leaked passwords knows it
  'password_wrong',
  'second_factor_wrong', // a code that is wrong, too old or used; or a recovery code that is none
  'second_factor_needed', // an administrator without one, where the server asks for it
  'passkey_failed',
  'reauthentication_needed', // the last proof of who they are is over ten minutes old
  'sign_in_wrong', // the address, or the password: which, is not told
  'sign_in_elsewhere_failed', // the OpenID Connect provider did not vouch for them
  'sign_in_elsewhere_weak', // the provider used a sign-in method this server doesn't accept
  'code_wrong', // a link or code that is used, expired, or never was
  'tries_used_up',
  'closed_by_administrator', // only they open it again
  'hidden_by_administrator', // for its owner and moderators: nobody else learns that it is there
  'deleted_by_administrator',
  'debate_closed', // nothing is written in it any more
  // the way there
  'nothing_there', // no route of this server
  'debate_not_found',
  'invitation_unknown', // or expired, revoked, used up, or of a debate that is closed
  'debate_exists',
  'identity_reused', // the same identity with another payload
  'too_fast',
  'too_large',
  'file_unreadable', // a file that somebody brought: the answer says in which line, and why
  'protocol_mismatch',
  'server_outdated', // the debate has entries of a newer release than this server's
  'busy', // others were faster too many times
  'unavailable', // the database cannot be reached, or the server is stopping
  'queue_full',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/** A refusal: the code says why; `limit` carries the bound that was passed, in the code's unit. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly limit?: number;
}

/** Makes a rejection. */
export function rejection(code: RejectionCode, limit?: number): Rejection {
  return limit === undefined ? { code } : { code, limit };
}

const PASSING: readonly RejectionCode[] = ['busy', 'too_fast', 'unavailable', 'server_outdated'];

/** A refusal of the moment: nothing was decided, and asking again later may well succeed. */
export function isPassing({ code }: Rejection): boolean {
  return PASSING.includes(code);
}
