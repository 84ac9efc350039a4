/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const fishbowl = {
  people: '10 to 40, with 4 or 5 in the circle at a time',
  purpose:
    'A large group can’t talk with itself, but it can listen to a few people who talk well, and step in. The circle keeps the conversation in one piece. The people around it keep the map, so that listening is work and nothing gets lost.',
  materials: [
    'An inner circle of 5 or 6 chairs, one of which stays free, and a larger circle around it.',
    'A phone or laptop for everyone outside the circle.',
    'A screen with the stage that the circle can see without turning around.',
  ].join('\n'),
  before: [
    'Find 4 people who will begin and who differ in what they think. Tell nobody what to say.',
    'Rename the positions if “Yes”, “No” and “It depends” don’t fit your question.',
    'Try the floor: a participant raises a hand on their phone, and you give them the free chair under Facilitate › Floor.',
  ].join('\n'),
  steps: [
    'Everyone writes one claim in silence. The circle will find the board full of starting points.',
    'Invite the first speakers in. When someone new sits down in the free chair, one person in the circle leaves. Watch that those outside write.',
    'Stop the talk. Everyone reads, fixes and moves claims; you read out one or two that the circle missed.',
    'Start with the most contested claim. Not yet heard, under Floor, lists people to invite.',
    'Everyone votes, the circle too.',
    'Ask two people from the outer circle, and then two speakers, what was new to them.',
  ].join('\n'),
  hazards: [
    'The free chair stays free. Ask someone by name during the pause, not in the middle of the talk.',
    'The circle forgets the others. Put a claim from the board in the spotlight and ask about it.',
    'Three people write everything. Divide the outer circle: one third writes for each position.',
    'Experts in the circle turn it into a panel. Let them leave after the first round.',
  ].join('\n'),
  variants: [
    'Closed: nobody can enter. Two fixed circles take one round each, and then ask each other questions.',
    'Two sides: one group in the circle talks about the other’s view while the other listens, then they change.',
    'Online: people in the circle have their cameras on; everyone else writes.',
  ].join('\n'),
  sources: [
    'Fishbowls have been used in training and facilitation for decades; we know of no single inventor.',
    'Henri Lipmanowicz and Keith McCandless describe a form in which people with experience talk in the circle, “Users Experience Fishbowl”, in The Surprising Power of Liberating Structures (2013).',
    'Keeping an argument map outside the circle, and voting on it, are ours.',
  ].join('\n'),
};
