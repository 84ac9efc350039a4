import type { SeedPosition } from '../seed-debate.ts';

export const hawks: SeedPosition = {
  key: 'hawks',
  name: 'U.S. hawks',
  hue: 'blue',
  summary:
    'China’s rise runs on American parts, markets and know-how. Washington can withhold them, so a plan that provokes it costs China more than it gains.',
  claims: [
    {
      key: 'already-giant',
      position: 'hawks',
      relation: 'support',
      paragraphs: [3],
      text: 'China comes to the plan as a technology power already, not as a latecomer in need of shelter.',
      votes: { agree: 9, disagree: 9, pass: 3 },
      claims: [
        {
          key: 'consumer-scale',
          position: 'hawks',
          relation: 'support',
          paragraphs: [3],
          text: 'Tencent and Alibaba run internet services used by hundreds of millions of people, a base few countries can match.',
          votes: { agree: 16, disagree: 2, pass: 2 },
          claims: [
            {
              key: 'services-not-basics',
              position: 'planners',
              relation: 'attack',
              paragraphs: [6],
              text: 'A crowd of users proves skill in services; the basic software and hardware underneath are another matter.',
              votes: { agree: 15, disagree: 3, pass: 2 },
              claims: [
                {
                  key: 'li-weak',
                  position: 'planners',
                  relation: 'support',
                  paragraphs: [6],
                  text: 'Guojie Li, who heads the Academy of Sciences’ computing institute, told a Beijing symposium in 2018 that China is “relatively weak” in those very basics.',
                  votes: { agree: 14, disagree: 1, pass: 4 },
                },
              ],
            },
          ],
        },
        {
          key: 'world-leading',
          position: 'hawks',
          relation: 'support',
          paragraphs: [3],
          text: 'In mobile payments and in high-voltage equipment, it is the rest of the world that has catching up to do.',
          votes: { agree: 13, disagree: 3, pass: 4 },
        },
        {
          key: 'view-from-beijing',
          position: 'planners',
          relation: 'attack',
          paragraphs: [4],
          text: 'Seen from Beijing, the same industry looks one export ban away from a standstill.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'one-firm',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [4],
              text: 'One company’s stoppage shows what that company bought abroad; it does not measure a whole country’s industry.',
              votes: { agree: 8, disagree: 8, pass: 3 },
              claims: [
                {
                  key: 'zte-both-ways',
                  position: 'planners',
                  relation: 'attack',
                  paragraphs: [4],
                  text: 'Hawks cannot hold ZTE up as proof of American leverage and then wave it away as a single case.',
                  votes: { agree: 17, disagree: 2, pass: 1 },
                  comments: [
                    {
                      by: 'stoat',
                      text: 'Well caught, but it binds the planners too: their case for self-reliance needs ZTE to be typical.',
                      replies: [
                        {
                          by: 'lynx',
                          text: 'They say openly that it is. Only one camp here wants it both ways.',
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'taken-know-how',
      position: 'hawks',
      relation: 'support',
      paragraphs: [2, 14],
      text: 'A good part of China’s advance came from foreign owners through espionage or “forced” transfer, and owners on their guard will not be caught twice.',
      votes: { agree: 8, disagree: 10, pass: 3 },
      claims: [
        {
          key: 'willing-partners',
          position: 'planners',
          relation: 'attack',
          paragraphs: [14],
          text: 'Most of the American and European technology in China was probably sold or licensed there by companies glad of the business.',
          votes: { agree: 11, disagree: 5, pass: 5 },
          comments: [
            {
              by: 'otter',
              text: '“Probably” carries a lot here. Paragraph 14 gives a likelihood and no figure, so I pass until someone finds one.',
              replies: [
                {
                  by: 'finch',
                  text: 'Fair, though nobody has counted the stolen share either. Both camps are guessing at the same number.',
                },
              ],
            },
          ],
          claims: [
            {
              key: 'unequal-terms',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [8, 14],
              text: 'A foreign company facing a protected market and a buyer backed by the state may sign on terms it would refuse elsewhere.',
              votes: { agree: 12, disagree: 5, pass: 2 },
            },
          ],
        },
        {
          key: 'every-industrialiser',
          position: 'planners',
          relation: 'attack',
          paragraphs: [14],
          text: 'No country has industrialised without studying what others made first; China is blamed for taking the usual road.',
          votes: { agree: 13, disagree: 5, pass: 2 },
          undercuts: [
            {
              key: 'study-is-not-theft',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [14],
              text: 'That everyone learned from abroad says nothing about how; the charge is of theft and pressure, and neither is study.',
              votes: { agree: 13, disagree: 4, pass: 2 },
            },
          ],
        },
      ],
    },
    {
      key: 'leverage-works',
      position: 'hawks',
      relation: 'support',
      paragraphs: [4],
      text: 'Access to American components is a lever that works: once it was cut, ZTE could not carry on business.',
      votes: { agree: 11, disagree: 8, pass: 2 },
      comments: [
        {
          by: 'heron',
          text: 'Does this case show that the lever works, or only that ZTE had nowhere else to buy?',
          replies: [
            {
              by: 'kestrel',
              text: 'Having nowhere else to buy is the lever. With a second supplier there is nothing to pull.',
            },
            {
              by: 'elm',
              text: 'Then it works until the second supplier exists, and the wording should say so.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'other-handles',
          position: 'hawks',
          relation: 'support',
          paragraphs: [14],
          text: 'Components are one handle of several: tariffs shut Chinese goods out of a market, and blocked acquisitions keep companies out of Chinese hands.',
          votes: { agree: 13, disagree: 4, pass: 3 },
        },
        {
          key: 'reprieve',
          position: 'planners',
          relation: 'attack',
          paragraphs: [4, 5],
          text: 'The lever was let go soon after it was pulled: President Xi pressed in person, and ZTE was allowed back.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'senate-resists',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [5],
              text: 'Senators resisted the reprieve, so the next Chinese company to be cut off cannot count on one.',
              votes: { agree: 13, disagree: 3, pass: 4 },
            },
          ],
        },
        {
          key: 'lever-wears-out',
          position: 'chamber',
          relation: 'attack',
          paragraphs: [4, 13],
          text: 'Each pull wears the lever down: tariff threats left the plan standing, and ZTE’s trouble gave Beijing one more reason to hurry.',
          votes: { agree: 14, disagree: 5, pass: 2 },
          claims: [
            {
              key: 'dearer-is-enough',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [7, 13],
              text: 'Pressure need not change minds in Beijing to succeed; it is enough that the plan becomes slower and dearer.',
              votes: { agree: 9, disagree: 8, pass: 2 },
            },
          ],
        },
      ],
    },
    {
      key: 'worst-moment',
      position: 'hawks',
      relation: 'support',
      paragraphs: [12, 13],
      text: 'The plan sends China shopping for advanced technology while American patience is at its lowest, and so brings on the refusal it can least afford.',
      votes: { agree: 12, disagree: 7, pass: 2 },
      comments: [
        {
          by: 'tern',
          text: 'Is this harm done by the plan or harm done by Washington? The motion asks only about the plan.',
          replies: [
            { by: 'badger', text: 'A reaction you can see coming belongs in the plan’s account.' },
            {
              by: 'tern',
              text: 'Could it be seen coming in 2015? I would like that argued as a claim of its own.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'conflict-anyway',
          position: 'planners',
          relation: 'attack',
          paragraphs: [3, 5],
          text: 'Washington is alarmed by the strength China already has, so shelving one plan would buy no peace.',
          votes: { agree: 10, disagree: 8, pass: 3 },
          claims: [
            {
              key: 'grounds-supplied',
              position: 'hawks',
              relation: 'attack',
              paragraphs: [7, 14],
              text: 'Tariffs and blocked takeovers need a justification, and a state plan that depends on foreign technology supplies one.',
              votes: { agree: 12, disagree: 5, pass: 3 },
            },
          ],
        },
      ],
    },
  ],
};
