/** The facilitator’s guide to this debate format. Lists have one item a line; `steps` has a line for each phase of the template. */
export const worldCafe = {
  people: '12 to 100, at tables of 4 or 5',
  purpose:
    'A large group finds out what it knows, in small talks that feed each other. People change tables, one host a table stays and hands on what was said, and after three rounds each question has been in many hands. It opens a subject. Don’t use it to decide.',
  materials: [
    'Small tables, paper to draw on, something to drink.',
    'One laptop for each table, used by its host; phones for the vote.',
    'A sound that ends a round: a bell, or music that stops.',
  ].join('\n'),
  before: [
    'Write the question of the day as the motion, and one question for each table as a position. Open questions work best: what, how, who.',
    'With many people, several tables share one question. Each has a host with a laptop.',
    'Meet the hosts 10 minutes early: one idea is one claim, in the words of the table.',
  ].join('\n'),
  steps: [
    'Explain the three rounds, and that ideas are collected, not judged. Let every table choose its host.',
    'Keep out of it. Walk around, and ask hosts who write nothing what they have heard so far.',
    'Everyone but the hosts moves to a table with another question. Hosts take 2 minutes to sum up.',
    'Move one last time. Now ask for links: a claim of one table may support or attack one of another.',
    'Everyone votes on their phones, wherever they sit now.',
    'Each host speaks for a minute, with the board on the screen. Open the poll on what happens next under Facilitate › Polls.',
  ].join('\n'),
  hazards: [
    'It’s loud, and people can’t hear. Better more tables with fewer people.',
    'Hosts write reports instead of ideas. Ask them for one sentence that someone could disagree with.',
    'A decision was expected. Say at the beginning what will be done with the results, and by when.',
    'Everyone follows the same friends. Ask people to sit down with those they don’t know.',
  ].join('\n'),
  variants: [
    'One question, three rounds deep: all tables have the same question, and each round asks one step further.',
    'Two rounds in an hour, if people know each other.',
    'Online: a video room for each table, and the host shares the board.',
  ].join('\n'),
  sources: [
    'Juanita Brown and David Isaacs with the World Café Community: The World Café: Shaping Our Futures Through Conversations That Matter (2005).',
    'They recommend paper tablecloths, and no votes. The map and the vote are ours; leave the vote out if you only want to listen.',
  ].join('\n'),
};
