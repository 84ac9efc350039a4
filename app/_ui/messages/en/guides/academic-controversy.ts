/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const academicControversy = {
  people: '4 to 40, in groups of four',
  purpose:
    'People understand a question better when they have to argue both of its sides and then stop arguing. Each pair prepares one side, meets the other, changes places with it, and at the end all four look for the best answer together. It suits classes, and teams that already have their opinions.',
  materials: [
    'Short texts for both sides, or time and permission to search.',
    'A laptop for each pair. One for each person is better in the vote.',
    'Tables at which four people can talk without shouting.',
  ].join('\n'),
  before: [
    'Choose a question on which informed people disagree, with evidence on both sides.',
    'Under Sources, add the texts that everyone may use, so that claims can cite passages.',
    'Open Manage › People and assign half of the people to each position: two of each will share a table. They don’t have to agree with their side; say so.',
    'All tables share one board: each pair adds what the others don’t have yet.',
  ].join('\n'),
  steps: [
    'Read the motion and open with the secret poll. Explain the five steps to come: prepare, present, challenge, switch, agree.',
    'Walk around. Help pairs that write topics instead of claims: “What about health?” isn’t a claim, “Fewer cars mean fewer asthma attacks” is.',
    'The reveal shows all claims at once. Keep presenting pairs to their time, and don’t let the others argue yet.',
    'Ask for reasons and sources. If a group agrees too soon, ask what the smartest opponent would say.',
    'Parley now lets each pair write only for the other side. What it writes waits until a member of that side presses “That is our view”, or says what is missing. “Best cases” above the board shows which still wait; for an absent pair you can recognize one yourself.',
    'Now nobody has a side. Ask for sentences all four can sign, and for the evidence that would settle the rest.',
    'Guided voting shows one claim after another. Remind people that they may disagree with what they wrote themselves.',
    'Ask the opening question again, then show how answers moved.',
    'Ask what convinced people, and what it was like to argue what they don’t believe.',
  ].join('\n'),
  hazards: [
    'A pair won’t recognize anything. Ask for one sentence that is missing: “not yet” needs it, and it is never a matter of winning.',
    'It becomes a contest. Praise good answers and good questions, never winners.',
    'Some topics hurt: don’t make people argue against their own dignity. Choose another question.',
    'One person of a pair does everything. Ask the other one to present.',
    'Groups skip the last step because time is short. Cut the challenge instead: agreeing is what the other steps are for.',
  ].join('\n'),
  variants: [
    'With small groups in Parley: form groups of four when the challenge begins, with the claims, a task and minutes. Parley deals the positions out evenly. A group’s board doesn’t follow the agenda.',
    'Two lessons: prepare in the first, and begin the second with presenting.',
    'Three sides: groups of six, with three pairs, and each pair takes the next one’s side.',
    'At work: pairs argue for two options of a decision, and the last step writes the recommendation.',
  ].join('\n'),
  sources: [
    'David W. Johnson and Roger T. Johnson: “Conflict in the Classroom: Controversy and Learning”, Review of Educational Research 49 (1979). They developed the method and its five steps.',
    'David W. Johnson and Roger T. Johnson: “Energizing Learning: The Instructional Power of Conflict”, Educational Researcher 38 (2009). It sums up their studies.',
    'They describe groups with one report at the end. The votes, the minutes and the board are ours.',
  ].join('\n'),
};
