/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const peerReview = {
  people: '3 to 12 for one draft, its author included',
  purpose:
    'An author gets advice that can be used, and reviewers learn from each other’s reading. Writing first and talking later keeps the first loud opinion from becoming everyone’s. The author listens, asks, and decides alone what to change.',
  materials: [
    'A draft of at most 2,000 words, or a part of a longer one.',
    'A device for each person.',
    'The criteria by which the draft will be judged, if there are any.',
  ].join('\n'),
  before: [
    'Under Sources, add the draft with its text. Reviewers then cite passages word for word.',
    'Reviewers appear under pseudonyms, and moderators see their names. Choose Anonymous under Settings before you start if nobody should know.',
    'Claims can be edited only by the person who wrote them. Keep it so: it’s their review.',
  ].join('\n'),
  steps: [
    'The author says in 3 minutes what the draft is for, and names two things to look at. No defense yet.',
    'Everyone reads and writes. Nobody sees the others’ points. Ask for at least one strength: “good” isn’t one, “the example in paragraph 3 makes the rule clear” is.',
    'The reveal shows all reviews at once. Reviewers talk to each other, not to the author, who listens and takes notes.',
    'The author asks, reviewers answer. If the author begins to explain, ask what in the draft should have said so.',
    'Guided voting: agree means “this should change the draft”, or, for a strength, “keep this”.',
    'The author says what will change. Go through the claims with the most agreement first.',
  ].join('\n'),
  hazards: [
    'Praise only. Ask each reviewer for the one sentence they would cut.',
    'Taste instead of judgment. Ask which reader would stumble there, and why.',
    'The author argues. Remind them that nothing has to be changed; it only has to be understood.',
    'In a small group, style gives people away. Pseudonyms don’t protect anyone with 3 reviewers.',
  ].join('\n'),
  variants: [
    'Without the author: write and vote, then send the record of the meeting.',
    'Each person’s draft in turn: start one debate for each from this format, 30 minutes each.',
    'With criteria: replace the three positions by your criteria, at most 8.',
  ].join('\n'),
  sources: [
    'Keith Topping: “Peer Assessment Between Students in Colleges and Universities”, Review of Educational Research 68 (1998), on when students’ reviews help.',
    'Liz Lerman and John Borstel: Critical Response Process (2003). The order of strengths, the author’s questions, and opinions last is close to theirs.',
    'The silent phase, the vote and the minutes are ours.',
  ].join('\n'),
};
