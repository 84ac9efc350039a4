import type { RejectionCode } from '#domain/debate/engine/rejections.ts';

/** One sentence for each rejection, and for a server that does not answer, which the reader can act on. `limit` is the exceeded bound, if there is one. */
export const rejection: Record<RejectionCode | 'unreachable', string> = {
  invalid: 'Something you entered isn’t valid. Check it and try again.',
  text_empty: 'Enter some text first.',
  text_too_long: 'This is longer than {limit, number} characters. Shorten it or split it in two.',
  text_malformed: 'This text contains characters that can’t be saved. Remove them or retype that part.',
  change_malformed:
    'This text changed too much for your edit to apply. Copy your text, reopen the editor and paste it.',
  unknown_claim: 'This claim isn’t in the debate. It may not have arrived yet: try again in a moment.',
  unknown_position: 'This position is no longer in the debate. Choose another.',
  unknown_link: 'This link is no longer in the debate. Choose another.',
  unknown_comment: 'This comment is no longer in the debate. Post yours as a new one.',
  unknown_source: 'This source is no longer in the debate. Choose another, or add it again.',
  unknown_target: 'The place you’re replying to is no longer in the debate. Choose another.',
  unknown_participant: 'This person is no longer in the debate.',
  unknown_reason: 'This reason is no longer available. Choose another.',
  unknown_group: 'This group doesn’t exist or has ended. Choose another.',
  id_taken: 'This seems to be in the debate already. Look for it before you try again.',
  claim_retracted: 'This claim has been retracted. Restore it first, or reply to another.',
  target_retracted: 'The target has been retracted. Restore it, or choose another.',
  claim_merged:
    'This claim was merged into another and can no longer be changed. Continue on the merged claim.',
  content_hidden: 'This is hidden from others. Restore it before you merge or split it.',
  scheme_changed: 'Someone has chosen another kind of argument in the meantime. See its critical questions.',
  link_retracted: 'This link has been retracted. Restore it first, or choose another.',
  position_removed: 'This position has been removed. Choose another.',
  comment_withdrawn: 'This comment has been withdrawn. Restore it first, or write a new one.',
  locked: 'This part of the debate is locked. Ask a moderator to unlock it.',
  not_retracted: 'This isn’t retracted, so there’s nothing to restore.',
  cycle: 'A claim can’t be moved under itself or its own arguments. Choose another place.',
  merge_loop:
    'A claim can’t be merged into itself or into a reply to it. Merge the reply into the claim instead.',
  too_deep: 'An argument can be at most {limit, number} levels deep. Choose a place higher up.',
  replies_too_deep: 'Replies can be at most {limit, number} levels deep. Reply to a comment further up.',
  too_many:
    'The limit of {limit, number} is reached here. Remove one that is no longer needed; retracted ones still count.',
  self_link: 'A claim can’t be linked to itself. Choose another.',
  duplicate_link: 'These two are already linked.',
  link_not_supportable:
    'A link between claims can only be challenged. To support it, support the claim itself.',
  parent_link: 'This link is the claim’s place in the map. Move the claim instead.',
  already_cited: 'This claim already cites that source.',
  not_cited: 'This claim doesn’t cite that source.',
  passage_gone: 'These words are no longer in the source’s text. Select the passage again.',
  articles_full:
    'All source texts in this debate together can have at most {limit, number} characters. Add only the parts you cite.',
  unrevealed_articles_full:
    'Your texts that wait to be revealed can have at most {limit, number} characters together. Add more once they are.',
  unknown_suggestion: 'This suggestion is gone. Its author may have withdrawn it.',
  suggestion_stale:
    'The claim was reworded since you read this suggestion. Compare it with the new wording, then decide.',
  suggestions_full: '{limit, number} suggestions are already open. Wait until some are answered.',
  unrevealed_full:
    '{limit, number} of your contributions already wait to be revealed. Add more once they are.',
  wording_changed: 'The wording you voted on isn’t known here. Read the claim again and vote once more.',
  base_too_old:
    'This text changed too much for your edit to apply. Copy your text, reopen the editor and paste it.',
  no_vote: 'You haven’t voted here.',
  in_group: 'Someone here is already in another group. End that group, or leave them out of this one.',
  group_too_small:
    'In an anonymous debate, a group needs at least {limit, number} people so that no one can be identified. Make fewer groups.',
  decided_by_plenary: 'A small group can’t change this. Go back to the main debate first.',
  phase_closed: 'The current phase doesn’t allow this. Try again in a later phase, or ask a moderator.',
  phase_changed: 'Someone just moved the debate to another phase. Check where it is before you go on.',
  phase_running: 'You can’t remove the current phase. Go to another phase first.',
  unknown_phase: 'This phase is no longer in the agenda. Choose another.',
  agenda_changed: 'Someone just changed the agenda. Check it, then make your change.',
  floor_changed: 'Someone else just changed who has the floor. Check who is speaking before you go on.',
  claim_rate_exceeded:
    'Each person can add {limit, plural, one {# claim} other {# claims}} in 10 minutes. Your text is kept: add it in a few minutes.',
  reason_missing: 'Choose a reason first.',
  reports_full: '{limit, number} reports are already open. Report this once some of them are resolved.',
  unknown_poll: 'This poll no longer exists.',
  unknown_option: 'This poll doesn’t have that option.',
  unknown_question: 'This question no longer exists.',
  question_withdrawn: 'This question has been withdrawn.',
  question_answered: 'This question has been answered. Ask a new one if something is still open.',
  question_merged: 'This question has been merged into another one. Use that one.',
  questions_full:
    'You already have {limit, plural, one {# open question} other {# open questions}}. Wait until one is answered, or withdraw one.',
  questions_used_up:
    'You have asked {limit, plural, one {# question} other {# questions}}, as many as one person can. Withdrawn ones count too.',
  unknown_task: 'This task no longer exists.',
  task_time_past: 'This time has passed. Choose a later one.',
  tasks_full: 'There are {limit, number} tasks already. Remove one first.',
  conclusion_closed:
    'The conclusion isn’t open for writing. Your text is kept: ask a moderator to reopen it.',
  conclusion_empty: 'There is nothing to sign yet. Write the conclusion first.',
  conclusion_changed: 'The conclusion changed since you read it. Read it again, then sign.',
  unknown_signature: 'This signature has already been withdrawn.',
  poll_open: 'A poll on the motion is already open. Close it first.',
  poll_closed: 'This poll is closed. A moderator may be able to reopen it.',
  poll_disclosed: 'The results of this poll are out, so a late answer could be identified. Open a new poll.',
  poll_threshold_lowered:
    'This poll now shows results with fewer answers. Answer again if that’s fine with you.',
  steelman_waiting:
    'The people it speaks for haven’t recognized this best case yet. Until then it can’t be attacked or voted on.',
  not_steelman: 'No other team wrote this as the best case for its position.',
  unknown_answer: 'There is no answer to withdraw.',
  poll_answered: 'People have already answered this poll, so its threshold can’t change.',
  no_opening_poll: 'A closing poll needs an opening poll to compare with. Open one and close it first.',
  poll_time_past: 'That time has passed. Choose a later one.',
  too_many_options: 'Choose at most {limit, plural, one {# option} other {# options}}.',
  over_budget: 'Spend at most {limit, plural, one {# point} other {# points}}.',
  number_out_of_bounds: 'That number is outside what this poll allows. Check the range beside the field.',
  options_missing: 'A poll needs at least {limit, plural, one {# option} other {# options}}.',
  nothing_changed: 'Nothing to change: it’s already like this.',
  not_signed_in: 'You’re no longer signed in. Sign in again, or join with a name, then try again.',
  not_joined: 'You’re only reading. Join the debate first, then try again.',
  not_allowed: 'Your role in this debate doesn’t allow this. Ask its owner or a moderator.',
  approval_needed:
    'Your contributions need approval, so you can’t edit what everyone reads. Suggest a wording, or ask a moderator.',
  already_joined: 'You’ve already joined.',
  muted: 'You’re muted: you can read and vote, but not write. Ask a moderator to lift it.',
  removed: 'You were removed from this debate. Contact a moderator if you have questions.',
  banned: 'You’re banned from this debate. If you think this is a mistake, contact a moderator.',
  owns_debate: 'Transfer or delete the debates this account owns first. Then delete the account.',
  teams_off: 'This debate has no teams. A moderator can turn them on under Manage › People.',
  no_team: 'Only teams write here, and you’re in none. Choose yours if you can, or ask a moderator.',
  other_team:
    'People sign and answer for their own position. Choose it under “Who’s here”, at “You speak for”, or ask a moderator.',
  other_side: 'This belongs to another team. Argue for your own position, or attack the others.',
  votes_secret:
    'Nobody shows their votes here: the ballot is secret, and one person’s votes would help to guess another’s.',
  votes_anonymous: 'Nobody shows their votes in an anonymous debate.',
  side_switched: 'Teams have switched sides: your team writes for another position in this phase.',
  names_kept: 'Hidden names can’t be shown again: people relied on that when they wrote.',
  ballots_kept: 'A secret ballot or a ballot for research can’t be opened later: people voted relying on it.',
  ballots_late: 'Choose a ballot for research before the first vote, while no phase hides claims or votes.',
  author_anonymous:
    'This debate is anonymous, so you can’t hide everything by one author. Hide items one by one.',
  mention_anonymous: 'This debate is anonymous, so you can’t mention anyone.',
  too_many_mentions: 'A comment can mention at most {limit, number} people.',
  words_of_others:
    'A claim made from someone else’s comment must keep their words. To say it differently, add your own claim.',
  email_malformed: 'This isn’t an email address. Use the form name@example.org.',
  email_missing: 'A password needs an email to sign in with. Add and confirm one first.',
  email_taken: 'This email belongs to another account. Sign in to that account, or use another email.',
  email_failed:
    'The email couldn’t be sent. Try again in a few minutes. If it keeps failing, contact the administrator of this server.',
  email_limit_reached:
    'You can email at most {limit, number} invitations. Send fewer, wait a day, or share a link or code.',
  sign_up_domain:
    'Accounts on this server need an email address at certain domains. The sign-in page lists them.',
  sign_up_provider:
    'You can create an account on this server only through a sign-in provider. Use its button on the sign-in page.',
  start_accounts:
    'Only people with an account can start debates on this server. Sign in, or add your email on your account page.',
  start_invited:
    'Only people approved by an administrator can start debates on this server. Ask an administrator to approve your account.',
  start_administrators: 'Only administrators can start debates on this server. Ask one to start it for you.',
  debates_full:
    'You’ve reached your limit for debates here. Delete one, which frees space after 7 days, or ask an administrator.',
  storage_full:
    'This debate has used all the storage it can have here. Start another debate, or ask an administrator.',
  server_full: 'This server is full. Ask its administrator to free some storage.',
  account_required:
    'This needs an account, not only a name. Add an email on your account page, then try again.',
  password_short: 'Your password needs at least {limit, number} characters. A short phrase works well.',
  password_long: 'Your password can have at most {limit, number} characters.',
  password_common: 'This password is too easy to guess. Choose another; a short phrase works well.',
  password_breached:
    'This password appears in a list of leaked passwords. Choose another; a short phrase works well.',
  password_wrong: 'This isn’t your current password. Try again, or set a new one by email.',
  second_factor_wrong:
    'This code is wrong, expired or already used. Wait for the next one, or use a recovery code.',
  second_factor_required:
    'This server requires two-step sign-in for administrators. Set it up on your account page, then try again.',
  passkey_failed: 'The passkey didn’t work. Try again, or use another method.',
  reauthentication_required: 'Confirm it’s you, then try again.',
  sign_in_wrong: 'Wrong email or password. Try again, or get a link by email.',
  provider_sign_in_failed: 'Signing in with the provider didn’t work. Try again, or sign in another way.',
  provider_sign_in_weak:
    'This server requires two-step sign-in at your provider. Set it up there, then try again.',
  code_wrong: 'This link or code no longer works: each works once and expires. Ask for a new one.',
  too_many_attempts: 'Too many attempts. Wait a few minutes, or sign in another way.',
  closed_by_administrator: 'An administrator closed this debate. Only an administrator can reopen it.',
  hidden_by_administrator: 'An administrator hid this debate. Reload the page to see the reason.',
  deleted_by_administrator: 'An administrator deleted this debate. Reload the page to see the reason.',
  debate_closed: 'This debate is closed and read-only. Ask a moderator to reopen it.',
  route_not_found: 'There is nothing at this address. Check it and try again.',
  debate_not_found: 'This debate doesn’t exist, or you can’t read it. Check the address.',
  invitation_unknown: 'This link or code isn’t valid, or no longer works. Check it, or ask for a new one.',
  debate_exists: 'This debate already exists. Open it instead.',
  identity_reused: 'This was sent twice with different content. Reload the page and try again.',
  list_full: 'The limit of {limit, number} is reached here. Remove one that is no longer needed first.',
  too_fast: 'You’re going too fast for this server. Wait a moment, then try again.',
  file_unreadable: 'This file can’t be read, so nothing was imported. Check the file and try again.',
  too_large: 'This is too large to send. Shorten it or split it up.',
  protocol_mismatch:
    'This page and the server have different versions. Reload the page: your unsent changes are kept and then sent.',
  server_outdated:
    'This server needs an update to open this debate. Your changes are kept; reload the page or try again in a minute.',
  busy: 'The server is busy. Try again in a moment.',
  unreachable: 'Couldn’t reach the server. Try again in a moment.',
  unavailable: 'The server can’t save right now. Try again in a moment.',
  queue_full:
    '{limit, number} changes are waiting to be sent, which is the limit. Wait until you’re back online.',
};
