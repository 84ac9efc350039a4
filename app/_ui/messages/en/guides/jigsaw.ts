/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const jigsaw = {
  people: '8 to 36, as a multiple of four if you can',
  purpose:
    'Nobody has read everything, so everyone is needed. Each person works through one of four texts with others who have the same one, and then returns to a group in which they are the only one who knows it. People listen to each other, because there’s no other way to get the missing parts.',
  materials: [
    'Four texts that can be read in 10 minutes each and understood without the others.',
    'A laptop or tablet for each person.',
    'Tables for the home groups, and corners for the experts.',
  ].join('\n'),
  before: [
    'Rename the positions A to D after your four texts.',
    'Under Sources, add each of them with its text. Claims can then cite passages word for word.',
    'Divide people into home groups of four, on paper. Under Manage › People, assign each person of a group to another text.',
    'If there are 5 or more people to a text, let two expert groups work side by side.',
  ].join('\n'),
  steps: [
    'Everyone finds their home group and their text. Say that each person will have to teach theirs.',
    'Experts sit together and write the main claims of their text. Ask each group for the passage behind every claim.',
    'Experts try their explanation on each other. Ask them for one example and one question for the listeners.',
    'Back to the home groups. Call the change every 6 minutes, so that the last text gets its time too.',
    'Look at the whole map together. Put two claims in the spotlight that pull in different directions, and ask which text is right, and about what.',
    'Guided voting shows every claim. Voting “pass” is fine: it shows what wasn’t taught well enough.',
    'Look at the claims with many passes, and let their experts explain them once more.',
  ].join('\n'),
  hazards: [
    'One weak expert leaves a whole home group without a part. That’s why experts prepare together: don’t cut those 10 minutes.',
    'Someone is missing. Let two people of the home group share the role, or join two home groups for that text.',
    'Experts read the text aloud. Ask them to close it and to use the map.',
    'The four texts don’t touch each other. Then the last steps are empty: choose texts with something in common.',
  ].join('\n'),
  variants: [
    'Three texts: remove position D, and use groups of three.',
    'With small groups in Parley: form one group for each text during the expert phase, and promote its best claims to the main debate.',
    'Over two sessions: experts on the first day, home groups on the second.',
  ].join('\n'),
  sources: [
    'Elliot Aronson, Nancy Blaney, Cookie Stephan, Jev Sikes and Matthew Snapp: The Jigsaw Classroom (1978). Aronson and his students devised it in newly desegregated schools in Austin, Texas, in 1971.',
    'Theirs ends with a test that each person takes alone. The map, the cited passages and the vote are ours.',
  ].join('\n'),
};
