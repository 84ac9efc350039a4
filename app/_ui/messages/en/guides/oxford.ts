/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const oxford = {
  people: '8 to 200: two teams of 2 to 4, and an audience',
  purpose:
    'A public contest of reasons. Speakers get a fair hearing, the audience has to decide, and the two votes show how many people changed their minds, instead of which side brought more friends. It suits a motion that can be answered with yes or no, and an audience that has not made up its mind.',
  materials: [
    'A screen for the stage, and a phone or laptop for everyone in the audience.',
    'A timer that the speakers can see: the stage shows Parley’s.',
    'One person who leads, and one who helps the teams to write if they only want to speak.',
  ].join('\n'),
  before: [
    'Write the motion as one sentence that both teams could repeat without wincing. “This house believes that…” works.',
    'Agree on the teams a week ahead, and give both the same reading.',
    'Invite people by link or code, then open Manage › People, assign the speakers to their position, and leave the audience without a team.',
    'Open the stage on the projector, with the join code showing.',
  ].join('\n'),
  steps: [
    'Read the motion aloud and ask for the first vote. Wait until nearly everyone has answered; don’t show any result yet.',
    'Give the floor to For, then Against, in turn. Stop every speaker when the time is up, even the good ones.',
    'Ask each team to name the other side’s strongest claim before they answer it. Put that claim in the spotlight.',
    'Read out the question with the most support. One team answers in a minute, the other replies in 30 seconds.',
    'Give each side one last speaker. If a new argument comes up, say so and move on.',
    'Ask the same question again, in the same words. People who came late answer too, but the shift counts only people who answered both times.',
    'Show the result: the side whose share grew more has won. Ask 2 or 3 people who changed their minds which claim did it.',
  ].join('\n'),
  hazards: [
    'A lopsided motion: if more than 4 in 5 people agree at the start, only one side can win. Try the motion on a few people beforehand.',
    'Friends of one side vote strategically at the start. Say aloud that the first answer is for themselves, and secret.',
    'Good speakers win weak cases. The map helps: ask which claim stays unanswered.',
    'With fewer than 5 answers, a secret poll shows no totals. Before the first answer, you can lower the number under Facilitate › Polls.',
  ].join('\n'),
  variants: [
    'Short, 30 minutes: one speaker a side, 3 minutes each, no closing statements.',
    'In class: draw the teams by lot after everyone has prepared both sides.',
    'Online: teams speak in a video call, and the audience follows the stage in a second window.',
  ].join('\n'),
  sources: [
    'The Oxford Union has debated motions before a voting audience since 1823. This is a short form of it, without its customs.',
    'Counting votes before and after was made popular by Intelligence Squared, which has held debates in London since 2002.',
    'The minutes, the limits on speaking and the rule for answering the strongest claim are ours.',
  ].join('\n'),
};
