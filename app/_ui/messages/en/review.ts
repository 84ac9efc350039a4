/** What a claim is wanting in, and what people report. */
export const review = {
  mark: '{mark, select, unsupported {unsupported} unclear {unclear} not_a_claim {not a claim} several_claims {more than one claim} duplicate {duplicate} elsewhere {elsewhere} off_topic {off topic} other {abusive}}',
  markHint:
    '{mark, select, unsupported {A reason or a source is missing.} unclear {It can be read in more than one way.} not_a_claim {It is nothing one could agree or disagree with.} several_claims {It says more than one thing; each should stand by itself.} duplicate {Another claim says it already.} elsewhere {It belongs in another place.} off_topic {It does not bear on the motion.} other {It attacks people, not what they say.}}',
  sign: '{mark}{more, plural, =0 {} other { +#}}',
  signHint:
    'Marked by those who run the debate: {marks}{revised, select, yes {. Its author has revised it} other {}}',
  put: 'Mark for review…',
  markTitle: '{comment, select, yes {Mark this comment} other {Mark this claim}}',
  markText: 'Everybody sees the mark. The note is for its author.',
  markAs: 'It is',
  other:
    '{mark, select, duplicate {The claim that says it already} other {The claim under which it belongs}}',
  noteHint: 'Say what would have to be different.',
  markSubmit: 'Mark it',
  revised: 'revised: waits for a second look',
  haveRevised: 'I have revised it',
  notRevised: 'Not revised yet',
  stillSo: 'Still so…',
  mergeInto: 'Merge into it…',
  takeAway: 'Take the mark away',
  report: 'Report…',
  reportTitle: '{comment, select, yes {Report this comment} other {Report this claim}}',
  reportText:
    'Those who run the debate read it and tell you what became of it. Its author does not learn who reported it.',
  words: 'What is wrong with it',
  wordsHint: 'A sentence, if you like.',
  reportSubmit: 'Report it',
  reported: 'Reported to those who run the debate.',
  reportedBy: '{count, plural, one {Reported} other {Reported by # people}}',
  notTold:
    '{anonymous, select, yes {nobody is told by whom} other {you are not told by whom: it is your own}}',
  leave: 'Leave it as it is',
  youReported:
    'You reported this: {reason}. {outcome, select, nothing {Those who run the debate have looked at it and left it as it is.} hidden {It was hidden.} marked {It was marked for its author to revise.} otherwise {Those who run the debate have acted on it.} other {Nobody has looked at it yet.}}',
  withdraw: 'Take the report back',
  answered:
    '{isThere, select, yes {You reported “{text}” ({reason}).} other {You reported something that is not shown any more ({reason}).}} {outcome, select, nothing {Those who run the debate have looked at it and left it as it is.} hidden {It was hidden.} marked {It was marked for its author to revise.} other {Those who run the debate have acted on it.}}',
  moreAnswers: '{count, plural, one {and one more answer} other {and # more answers}}',
  haveRead: 'Close',
  marks: 'How often marked as what',
  reports: 'How often reported for which reason',
  why: '{why, select, held {waits for approval} reported {reported} revised {revised} suggested {another wording is suggested} hidden {hidden} other {returned}}',
};
