export const moderation = {
  hide: 'Hide…',
  show: 'Show to everybody',
  hideTitle:
    '{what, select, comment {Hide this comment} person {Hide all that {name} has written} other {Hide this claim}}',
  hideText:
    '{what, select, comment {Only its author and those who run the debate see it then, with the replies to it.} person {Only {name} and those who run the debate see it then, with all that hangs there.} other {Only its author and those who run the debate see it then, with all that hangs under it.}} You can show it again at any time.',
  reason: 'Reason',
  note: 'Note to the author',
  noteHint: 'Say what would have to be different. The author sees it with the reason.',
  hideSubmit: 'Hide',
  reasonName:
    '{reason, select, abusive {abusive} off_topic {off topic} spam {spam} personal_data {personal data} duplicate {a duplicate} unlawful {unlawful} other {{words}}}',
  hidden: 'hidden',
  held: 'waiting',
  returned: 'returned',
  hiddenHint: 'Only its author and those who run the debate see it',
  withheldFor:
    '{how, select, held {This waits until those who run the debate accept it.} other {Only {own, select, yes {you} other {its author}} and those who run the debate see this. Reason: {reason}.}}',
  revise:
    '{how, select, returned {Reword it, then ask again.} held {You may still reword it.} other {You may reword it; those who run the debate can show it to everybody again.}}',
  askAgain: 'Ask again',
  accept: 'Accept',
  return: 'Return…',
  returnTitle: 'Return it to its author',
  returnText: 'It stays hidden from others. The author may reword it and ask again.',
  returnSubmit: 'Return',
  queue: 'Queue',
  queueKeys:
    'Arrow keys or J and K go from one to the next, Enter goes to its place. A accepts or shows, D leaves what was reported as it is, R returns, H hides, M marks.',
  goTo: 'Go to its place',
  heldOf: 'Claims and comments wait for approval',
  heldNone: 'of nobody',
  heldSuggesters: 'of those who only vote and comment',
  heldDebaters: 'of those who may argue',
  heldAll: 'of everybody but those who run the debate',
  nothingHidden: 'Nothing waits, nothing is hidden.',
  hideAll: 'All that one person wrote',
  person: 'Person',
  hideAllOpen: 'Hide all of it…',
  log: 'Moderation log',
  nothingDone: 'Nobody has done anything yet.',
  counts: 'How often hidden or returned for which reason',
  act: '{what, select, hidden {hid} restored {showed again} held {let wait} accepted {accepted} returned {returned} locked {locked} unlocked {unlocked} marked {marked} unmarked {took a mark from} dismissed {left as it was, after reports,} settled {dealt with reports of} reopened {opened reports again of} other {changed}} {count, plural, one {“{text}”} other {# contributions}}',
  actOfAdministrator:
    '{restriction, select, closed {An administrator closed this debate} hidden {An administrator hid this debate} other {An administrator deleted this debate}}',
  liftedByAdministrator:
    '{restriction, select, closed {An administrator reopened this debate} hidden {An administrator made this debate visible again} other {An administrator restored this debate}}',
  actOnOther:
    '{what, select, merged {merged “{text}” into “{other}”} unmerged {took “{text}” apart from “{other}”} split {split “{text}”} other {joined “{text}” again}}',
  actOnPerson:
    '{what, select, muted {muted {name}} freed {let {name} write again} removed {removed {name}} banned {banned {name}} appointed {gave {name} another role} renamed {gave {name} another name} other {let {name} back in}}',
  countsOfPeople: 'How often muted, removed or banned for which reason',
  reasons: 'Reasons offered',
  reasonsHint: 'One a line.',
  locked: 'locked',
  lockedHint:
    '{branch, select, yes {Only those who run the debate change anything here} other {Only those who run the debate change this claim}}',
  lock: 'Lock its wording and place',
  lockBranch: 'Lock it with all under it',
  unlock: 'Unlock',
  lockDebate: 'The debate is',
  lockDebateNo: 'open',
  lockDebateYes: 'locked: everybody reads, only those who run it change anything',
  gone: 'not here any more',
};
