import type { RejectionCode } from '../../../../domain/debate/rejections.ts';

/** One sentence a person can act on for each reason to refuse. `limit` is the bound passed, where there is one. */
export const rejection: Record<RejectionCode, string> = {
  invalid: 'Something in this is not in the expected form. Check what you entered and try again.',
  text_empty: 'There is no text yet. Write a few words first.',
  text_too_long: 'This is too long: {limit, number} characters are the most. Shorten it, or split it in two.',
  text_malformed: 'This text has characters that cannot be stored. Remove them, or type that part again.',
  change_malformed:
    'The text has changed too much for this edit to fit. Copy your wording, reopen the claim and put it in again.',
  unknown_claim: 'This claim is not in the debate. It may not have arrived yet: try again in a moment.',
  unknown_position: 'This position is not in the debate any more. Choose another.',
  unknown_link: 'This link is not in the debate any more. Choose another.',
  unknown_comment: 'This comment is not in the debate any more. Write yours as a new one.',
  unknown_source: 'This source is not in the debate any more. Choose another, or add it again.',
  unknown_target: 'What this answers is not in the debate any more. Choose another place for it.',
  unknown_participant: 'This person does not take part in the debate any more.',
  unknown_reason: 'This reason is not offered in this debate any more. Choose another.',
  unknown_group: 'This group is not there, or has ended. Choose another.',
  id_taken: 'This seems to be in the debate already. Look for it before you try again.',
  claim_retracted: 'This claim has been retracted. Restore it first, or answer another.',
  target_retracted: 'What this answers has been retracted. Choose another claim, or restore that one.',
  claim_merged:
    'This claim has been merged into another, and is changed there no more. Go on at the one it was merged into.',
  withheld: 'This is not shown to everybody. Show it first, then merge or split it.',
  link_retracted: 'This link has been taken back. Restore it first, or choose another.',
  position_removed: 'This position has been removed. Choose another.',
  comment_withdrawn: 'This comment has been withdrawn. Restore it first, or write a new one.',
  locked:
    'This part of the debate is locked. Those who run the debate can unlock it; your words are kept here meanwhile.',
  not_retracted: 'There is nothing to restore: it already stands.',
  cycle: 'A claim cannot stand under itself or under one of its own arguments. Choose another place.',
  merge_loop:
    'A claim cannot be merged into itself or into a reply to it. Merge the reply into the claim instead.',
  too_deep: 'The argument would be too deep: {limit, number} levels are the most. Place it higher up.',
  too_many:
    'The debate is full here: {limit, number} are the most. Retracting does not make room; ask whoever runs the debate.',
  self_link: 'A claim cannot be linked to itself. Choose another.',
  duplicate_link: 'These two are linked already.',
  link_not_supportable:
    'A step from one claim to another can only be attacked. To support it, support the claim itself.',
  parent_link: 'This is the claim’s place in the map. Move the claim instead.',
  already_cited: 'This claim cites that source already.',
  not_cited: 'This claim does not cite that source.',
  passage_gone:
    'The article does not have these words there any more. Look at what it says now, and select the passage again.',
  articles_full:
    'The articles of this debate are too long together: {limit, number} characters are the most. Enter only what is cited.',
  unknown_suggestion: 'This suggestion is not there any more. Its author may have taken it back.',
  suggestion_stale:
    'The claim has been reworded since you read this suggestion. Read it again beside the new wording, then decide.',
  suggestions_full:
    'So many suggestions wait for an answer already: {limit, number}. Wait until some are answered.',
  wording_changed: 'The wording you voted on is not known here. Read the claim again and vote once more.',
  base_too_old:
    'Too much was changed in this text since you opened it. Copy your wording, reopen the claim and put it in again.',
  no_vote: 'You have no vote here to take back.',
  in_group: 'Somebody of these works in another group. End that one first, or take them out of it.',
  group_too_small:
    'Nobody is named here, so a group has {limit, number} people at least: of fewer one would know who wrote what. Make fewer groups.',
  of_plenary: 'This is a small group: that is decided in its plenary. Go back there first.',
  phase_closed:
    'This is not for the phase that is on. Your words are kept here: try again when the debate has moved on, or ask whoever runs it.',
  phase_turned: 'Somebody else has just moved the debate on. Look where it is now before you go on.',
  phase_on: 'The phase that is on stays in the agenda. Move on first, then take it out.',
  unknown_phase: 'This phase is not in the agenda any more. Choose another.',
  agenda_changed: 'Somebody else has just changed the agenda. Look at it again, then make your change.',
  claims_paced:
    'This debate takes {limit, plural, one {# new claim} other {# new claims}} from each person in 10 minutes. Your text is kept: add it in a few minutes.',
  reason_missing: 'Choose a reason first.',
  reports_full:
    '{limit, number} reports wait to be looked at already. Report this once some of them have been dealt with.',
  unknown_poll: 'This poll is not there any more.',
  unknown_option: 'This poll has no such answer.',
  poll_open: 'A poll on the motion is open already. Close it first.',
  poll_closed: 'This poll has been closed.',
  poll_told: 'The result of this poll is known: whoever answered now could be told apart. Open a new one.',
  poll_lowered: 'This poll now shows results from fewer answers on. Answer again if that is fine with you.',
  poll_answered: 'People have answered this poll, so its threshold can no longer change.',
  no_opening_poll: 'A closing poll is compared with an opening one, and there is none that is closed.',
  options_missing: 'A poll needs at least {limit, plural, one {# option} other {# options}}.',
  nothing_changed: 'That is how it already stands: nothing to change.',
  not_signed_in: 'You are not signed in any more. Give a name to take part, then try again.',
  not_joined: 'You are reading along. Take part first, then try again.',
  not_allowed: 'Your role in this debate does not allow this. Ask its owner or a moderator.',
  already_joined: 'You take part already.',
  muted: 'You have been muted here: you may read and vote. Ask whoever runs the debate.',
  removed: 'You have been removed from this debate. Ask whoever runs it before you come back.',
  banned: 'You have been banned from this debate.',
  owns_debate: 'Whoever owns a debate hands it over, or deletes it, before they are erased.',
  teams_off: 'Nobody speaks for a position in this debate.',
  no_team: 'Here people write for a team. Choose yours first, or ask whoever runs the debate.',
  other_side:
    'Here you write for your own team: argue for its position, or attack the others. Choose your position as the one that holds it.',
  names_kept: 'Names that are withheld here stay withheld: people have written because of it.',
  ballots_kept: 'A ballot that is secret stays secret: people have voted because of it.',
  names_withheld:
    'Nobody is told here who wrote what, so nothing can be hidden by its author. Hide it piece by piece.',
  mention_withheld: 'Nobody is named in this debate, so a comment cannot name anybody either.',
  too_many_mentions: 'One comment names {limit, number} people at most.',
  words_of_others:
    'A claim made of somebody’s comment says what they said there, word for word. Write a claim of your own for other words.',
  mail_malformed: 'This is not a mail address. It looks like name@example.org.',
  mail_missing: 'A password needs a mail address to sign in with. Add and confirm one first.',
  mail_taken: 'This address belongs to another account. Sign in to that one, or use another address.',
  mail_failed:
    'The mail could not be sent. Try again in a few minutes; if it stays so, tell whoever runs this server.',
  mails_used_up:
    'These are more invitations than are mailed: {limit, number} are the most. Mail fewer, wait a day, or pass on a link or a code.',
  sign_up_domain:
    'Accounts on this server need an email address at certain domains. The sign-in page lists them.',
  sign_up_provider:
    'You can create an account on this server only through a sign-in provider. Use its button on the sign-in page.',
  start_accounts:
    'Only people with an account can start debates on this server. Sign in, or add your email on your account page.',
  start_invited:
    'Only people approved by an administrator can start debates on this server. Ask an administrator to approve your account.',
  start_administrators: 'Only administrators can start debates on this server.',
  account_needed:
    'For this you need an account, not only a name. Add a mail address on your account page, then try again.',
  password_short:
    'This password is too short: it needs {limit, number} characters at least. A few words in a row are good.',
  password_long: 'This password is too long: {limit, number} characters are the most.',
  password_common:
    'This password is among the first that are tried. Choose another; a few words in a row are good.',
  password_breached:
    'This password is in a list of leaked passwords. Choose another; a short phrase works well.',
  password_wrong: 'This is not your current password. Try again, or set a new one by mail.',
  second_factor_wrong:
    'This code is wrong, expired or already used. Wait for the next one, or use a recovery code.',
  second_factor_needed:
    'This server requires two-step sign-in for administrators. Set it up on your account page, then try again.',
  passkey_failed: 'The passkey didn’t work. Try again, or use another method.',
  reauthentication_needed: 'Confirm it’s you, then try again.',
  sign_in_wrong: 'This address and password do not go together. Try again, or let us mail you a link.',
  sign_in_elsewhere_failed: 'Signing in there did not work. Try again, or sign in another way.',
  sign_in_elsewhere_weak:
    'This server needs a stronger sign-in there, such as one with two steps. Set it up there, then try again.',
  code_wrong:
    'This link or code does not work any more: it works once, and for a while only. Ask for a new one.',
  tries_used_up: 'That was tried too often in a short time. Wait a few minutes, or sign in another way.',
  closed_by_administrator: 'An administrator closed this debate. Only an administrator can reopen it.',
  hidden_by_administrator: 'An administrator hid this debate. Reload the page to see the reason.',
  deleted_by_administrator: 'An administrator deleted this debate. Reload the page to see the reason.',
  debate_closed: 'This debate is closed: nothing is written in it any more. Ask whoever runs it to open it.',
  nothing_there: 'There is nothing at this address of the server. Check it.',
  debate_not_found: 'This debate does not exist, or you may not read it. Check the address.',
  invitation_unknown: 'This invitation is not good, or not any more. Ask whoever gave it to you for another.',
  debate_exists: 'This debate exists already. Open it instead.',
  identity_reused: 'This was sent twice with different content. Reload the page and try again.',
  too_fast: 'That was faster than this server takes. Wait a moment, then try again.',
  file_unreadable: 'This file cannot be read. Nothing was made of it.',
  too_large: 'This is too large to send. Shorten it, or split it up.',
  protocol_mismatch:
    'This page is from another version of Parley than the server. Reload it: what you have not sent is kept and sent then.',
  server_outdated:
    'This server needs an update to open this debate. Your changes are kept; reload the page or try again in a minute.',
  busy: 'The server is busy. Try again in a moment.',
  unavailable: 'The server cannot save at the moment. Your words are kept; try again shortly.',
  queue_full:
    'Too much is waiting to be sent: {limit, number} changes are the most. Wait until you are connected again.',
};
