/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const policyMemo = {
  people: '3 to 20',
  purpose:
    'A decision that others must be able to follow. The team names the problem and the options, collects what speaks for and against each in silence, tests it, and writes one page. What remains is more than a decision: the reasons, the strongest objection, and the sources are there for the next time someone asks.',
  materials: [
    'The facts you already have: figures, reports, earlier decisions.',
    'A device for each person.',
    'One person who will write the page, and one who has to decide on it.',
  ].join('\n'),
  before: [
    'Write the decision to be made as the motion, as if it were already made: “We open the library on Sundays.”',
    'Rename the options. Keep “Do nothing for now”: it’s always an option.',
    'Under Sources, add what everyone should have read.',
  ].join('\n'),
  steps: [
    'Agree on the problem before the options. Ask what happens if nothing is done, and to whom.',
    'Everyone writes alone and sees only their own claims. Ask for one source each; personal experience is a source if you say whose.',
    'The reveal shows all claims. Go through the options, and ask each one’s friends for its worst weakness.',
    'Guided voting shows where the team agrees. No vote shows until the phase ends.',
    'Open the poll under Facilitate › Polls. It shows whether the team is ready; the person in charge decides.',
    'One person writes and shares the screen. Export a PDF brief with Share › Export: it has the results and the strongest arguments on 2 pages.',
  ].join('\n'),
  hazards: [
    'Two options are one real option and one made to look bad. Ask someone to improve the weakest one.',
    'The person in charge speaks first. Ask them to write with the others and to speak last.',
    'Evidence for the favorite only. Ask everyone to find one source against it.',
    'The memo repeats the map. A memo has a recommendation, three reasons, one objection and an answer.',
  ].join('\n'),
  variants: [
    'Alone, before a meeting: collect the evidence over a week, without a running phase, and meet only to test and decide.',
    'For a class: each team writes for another reader, such as a mayor, a union or a parent.',
    'A premortem: as a last option, add “We did it, and it failed”, and collect why.',
  ].join('\n'),
  sources: [
    'Eugene Bardach: A Practical Guide for Policy Analysis: The Eightfold Path to More Effective Problem Solving (2000). Problem, options, evidence and telling the story are steps of his path.',
    'The premortem is Gary Klein’s: “Performing a Project Premortem”, Harvard Business Review (September 2007).',
    'The order, the silent phase and the vote are ours.',
  ].join('\n'),
};
