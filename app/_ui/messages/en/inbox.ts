/** What concerned somebody, and when they are mailed. On the server only: see `messages.ts`. */
export const inbox = {
  title: 'Inbox',
  lead: 'What concerned you, in all your debates.',
  none: '{unread, select, yes {Nothing is new.} other {Nothing yet. Here stands who answers you, what is decided about what you wrote, and where your vote is wanted.}}',
  show: 'Show',
  all: 'All',
  unread: 'New',
  everywhere: 'All debates',
  onlyHere: 'Only this debate',
  markAll: 'Mark all as read',
  markDebate: 'Mark these as read',
  isNew: 'new',
  older: 'Older',
  newer: 'Newer',
  choose: 'When you are mailed',
  somebody: 'Somebody',
  restricted:
    '{what, select, closed {An administrator closed this debate} hidden {An administrator hid this debate} deleted {An administrator deleted this debate} reopened {An administrator reopened this debate} visible {An administrator made this debate visible again} other {An administrator restored this debate}}',
  sentence:
    '{kind, select, mentioned {{who} mentioned you about “{subject}”} replied {{who} replied to you about “{subject}”} attacked {{who} argued against “{subject}”} supported {{who} argued for “{subject}”} commented {{who} commented on “{subject}”} suggested {{who} suggested another wording of “{subject}”} answered {{reason, select, accepted {Your wording was accepted} other {Your wording of “{subject}” was returned}}} hidden {“{subject}” was hidden: {reason}} held {“{subject}” waits until those who run the debate accept it} returned {“{subject}” came back to you: {reason}} retracted {Those who run the debate retracted “{subject}”} marked {“{subject}” was marked: {reason}} merged {“{subject}” was merged into another claim} split {“{subject}” was split into several claims} promoted {A moderator turned your comment into a claim: “{subject}”} accepted {“{subject}” was accepted} restored {“{subject}” is shown again} settled {Your report on “{subject}” was dealt with} appointed {Your role is now: {reason}} reworded {A claim you voted on has another wording. What do you say to it?} polled {A poll waits for your answer} voting {It is time to vote} claimed {{who} added a claim} other {{who} commented on “{subject}”}}',
  outcome:
    '{outcome, select, nothing {It was left as it is.} hidden {It was hidden.} marked {It was marked for its author to revise.} other {Those who run the debate have acted on it.}}',
  mailTitle: 'Mail about your debates',
  mailText:
    'Who answers you, what is decided about what you wrote, and where your vote is wanted: gathered in one mail.',
  mailNoAddress: 'Add a mail address to be mailed. Your inbox has it all.',
  mailNoServer: 'This server sends no such mail. Your inbox has it all.',
  pace: 'When',
  paceName:
    '{pace, select, off {Never} once {At once: a minute later, every ten minutes at most} hourly {Every hour, if there is something} other {Once a day}}',
  hour: 'Hour of the daily mail',
  zone: 'Time zone',
  save: 'Save',
  toInbox: 'Your inbox',
  endTitle: 'No more mail about debates',
  endLead: 'Your inbox goes on, and you can have mail again from your account.',
  end: 'End these mails',
  ended: 'These mails have ended.',
  notEnded:
    'This link is not whole. Open the one in your mail again, or choose in your account when you are mailed.',
};
