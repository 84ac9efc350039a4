/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const citizensJury = {
  people: '12 to 24 jurors, 2 to 6 witnesses',
  purpose:
    'A small group that resembles the public gets time, information and a real question, and gives an answer with reasons. Unlike a poll, it says what people think once they know more. It needs someone who has promised in writing to answer the recommendation. Without such a promise, choose another format.',
  materials: [
    'A briefing of a few pages that all sides of the question accept as fair.',
    'Witnesses for different views, who can stay for questions.',
    'A device for each juror, a stage for the witnesses, and breaks: three hours are long.',
  ].join('\n'),
  before: [
    'Draw the jurors by lot from people who are willing, so that age, gender, place and views are mixed. Pay their expenses.',
    'Write the charge: what is asked, for whom the recommendation is, and what happens with it.',
    'Under Sources, add the briefing and the witnesses’ papers.',
    'Invite jurors as debaters, and witnesses and guests as observers. The debate’s ballot is secret and stays so.',
    'Plan two breaks of 15 minutes: before the questions, and before the jury deliberates together. They are not in the agenda.',
  ].join('\n'),
  steps: [
    'Read out the charge and the promise behind it. Let jurors ask what they don’t understand.',
    'Open with the secret poll, and show nothing of it yet.',
    'In silence, jurors write what they have to know under Questions, and support each other’s questions.',
    'Each witness speaks for 8 minutes. Give them the floor with a time limit, so that nobody gets more.',
    'Put the question with the most support on the stage. Jurors write the answers as claims, with the paper they come from.',
    'Form groups of 4 to 6 under Facilitate › Groups, with the claims. Ask every group for two claims to bring back, and promote these.',
    'Start where the groups differ. Under Facilitate › Floor, set Order to “Least time spoken first”.',
    'Guided voting, claim by claim. No total shows while people vote.',
    'The closing poll asks about the proposal again. Open the poll on the recommendation under Facilitate › Polls as well.',
    'Write the recommendation together, with what the minority wants to add. Read it aloud once before you end.',
  ].join('\n'),
  hazards: [
    'The question is already decided. Jurors notice, and rightly leave.',
    'The witnesses are chosen by one side. Let a small board of all sides choose them.',
    'Experts take over. Witnesses leave before the jury deliberates.',
    'With fewer than 5 votes on a claim, a secret ballot shows no total for it: leave time for guided voting.',
  ].join('\n'),
  variants: [
    'Over several days: one day for witnesses, one for deliberating, one for writing. Set the minutes of the phases accordingly.',
    'In class, 90 minutes: students play the witnesses, and each phase takes half of its time.',
    'Two juries work side by side, and compare their recommendations at the end.',
  ].join('\n'),
  sources: [
    'Ned Crosby developed citizens’ juries at what became the Jefferson Center in Minnesota, from 1971; at the same time Peter Dienel developed planning cells in Germany.',
    'Ned Crosby and Doug Nethercut: “Citizens Juries: Creating a Trustworthy Voice of the People”, in John Gastil and Peter Levine (editors), The Deliberative Democracy Handbook (2005).',
    'Real juries take several days. This is a shortened form, and its minutes are ours.',
  ].join('\n'),
};
