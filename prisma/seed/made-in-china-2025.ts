import type { SeedDebate, SeedPosition } from './seed-debate.ts';

const hawks: SeedPosition = {
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

const planners: SeedPosition = {
  key: 'planners',
  name: 'Beijing planners',
  hue: 'ochre',
  summary:
    'China is weak in basic technology and at its suppliers’ mercy. Planned investment has made champions and can carry the country beyond middle income.',
  claims: [
    {
      key: 'cutoff-risk',
      position: 'planners',
      relation: 'support',
      paragraphs: [4],
      text: 'What a foreign supplier can switch off is no safe foundation: after ZTE, China has to be able to make its own essentials.',
      votes: { agree: 15, disagree: 4, pass: 2 },
      claims: [
        {
          key: 'nobody-makes-everything',
          position: 'chamber',
          relation: 'attack',
          paragraphs: [2, 12],
          text: 'No advanced economy makes everything it uses; safety lies in having many suppliers, and the conflict this plan feeds leaves China with fewer.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'one-order',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4],
              text: 'Many suppliers are no comfort when one order from Washington can stop every American component at once, as it did for ZTE.',
              votes: { agree: 11, disagree: 6, pass: 3 },
            },
          ],
        },
        {
          key: 'keep-the-rules',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 7],
          text: 'ZTE lost its parts in a dispute over sanctions on Iran and North Korea; staying clear of such disputes costs less than ten new industries.',
          votes: { agree: 10, disagree: 9, pass: 2 },
          claims: [
            {
              key: 'politics-not-rules',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4, 5],
              text: 'Supply that resumed once a president had pressed for it obeys politics, so good conduct alone would not secure it.',
              votes: { agree: 13, disagree: 4, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'champions-before',
      position: 'planners',
      relation: 'support',
      paragraphs: [8],
      text: 'The method has a record: state support, a sheltered home market and know-how from abroad made champions of Huawei and ZTE.',
      votes: { agree: 12, disagree: 6, pass: 2 },
      undercuts: [
        {
          key: 'two-not-ten',
          position: 'chamber',
          relation: 'attack',
          paragraphs: [7, 8],
          text: 'Two champions are no proof that ten sectors, from aerospace to medical devices, can be raised together by the same means.',
          votes: { agree: 14, disagree: 4, pass: 2 },
        },
      ],
      claims: [
        {
          key: 'champion-fell',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 8],
          text: 'ZTE is half of that record, and it stood still as soon as American components stopped coming.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'half-done',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4, 6, 7],
              text: 'ZTE stood still for want of parts that China does not yet make; its trouble shows the method unfinished, not mistaken.',
              votes: { agree: 9, disagree: 8, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'middle-income',
      position: 'planners',
      relation: 'support',
      paragraphs: [9],
      text: 'China has reached the level of income where growth tends to stall, and a planned move into advanced industry is its way past it.',
      votes: { agree: 11, disagree: 7, pass: 3 },
      comments: [
        {
          by: 'birch',
          text: 'What would count as being past it? Without a measure, both camps will say in 2025 that they were right.',
          replies: [
            { by: 'larch', text: 'Income per head would do for me, with the year agreed before we vote.' },
            {
              by: 'birch',
              text: 'Good. Then we should also agree how much of any rise is owed to the plan.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'leap-cut-short',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [1, 7, 12],
          text: 'A leap that needs foreign technology falls short where that technology is withheld, and the truce of May 2018 only puts the moment off.',
          votes: { agree: 11, disagree: 7, pass: 2 },
          claims: [
            {
              key: 'home-research',
              position: 'planners',
              relation: 'attack',
              paragraphs: [14],
              text: 'Much of China’s progress is paid for and worked out at home, so a closed door would slow the leap without ending it.',
              votes: { agree: 12, disagree: 5, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'patient-state',
      position: 'planners',
      relation: 'support',
      paragraphs: [7, 8],
      text: 'The state can back ten sectors at once and wait years for its return, which private investors seldom do.',
      votes: { agree: 11, disagree: 6, pass: 4 },
      claims: [
        {
          key: 'nobody-calls-back',
          position: null,
          relation: 'attack',
          paragraphs: [],
          text: 'Patient money is also money that nobody calls back: an official who has picked a winner is slow to admit a loser.',
          votes: { agree: 13, disagree: 3, pass: 4 },
        },
      ],
    },
    {
      key: 'leans-on-state-firms',
      position: 'chamber',
      relation: 'attack',
      paragraphs: [11],
      text: 'The plan follows a turn towards state-owned enterprises, the companies least used to winning customers against rivals.',
      votes: { agree: 14, disagree: 5, pass: 2 },
      comments: [
        {
          by: 'gannet',
          text: 'How much of the plan’s money goes to state firms? Paragraph 11 gives a direction and no share.',
          replies: [
            {
              by: 'alder',
              text: 'No share that I can find. I took the claim to be about who leads, and voted on that.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'state-firms-task',
          position: 'planners',
          relation: 'attack',
          paragraphs: [3, 6],
          text: 'State firms can take on what no private company would finance alone, and Alibaba and Tencent have thrived beside them.',
          votes: { agree: 10, disagree: 7, pass: 3 },
        },
        {
          key: 'korea-competed',
          position: 'chamber',
          relation: 'support',
          paragraphs: [11],
          text: 'South Korea sent its champions out to compete with the world’s best, which taught them what a protected market cannot.',
          votes: { agree: 15, disagree: 2, pass: 3 },
          claims: [
            {
              key: 'big-home-market',
              position: 'planners',
              relation: 'attack',
              paragraphs: [3],
              text: 'South Korea had to look abroad for competition; China’s home market is large enough to hold plenty of it.',
              votes: { agree: 8, disagree: 9, pass: 3 },
              claims: [
                {
                  key: 'rivals-outside',
                  position: 'chamber',
                  relation: 'attack',
                  paragraphs: [8],
                  text: 'Rivalry behind a wall leaves out the very companies that would test Chinese makers hardest.',
                  votes: { agree: 14, disagree: 3, pass: 2 },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const chamber: SeedPosition = {
  key: 'chamber',
  name: 'EU chamber',
  hue: 'violet',
  summary:
    'Subsidy on this scale tilts the field and dulls the companies it feeds. Open markets and competition would do more for China; tariffs would not.',
  claims: [
    {
      key: 'neighbours-opened',
      position: 'chamber',
      relation: 'support',
      paragraphs: [10, 15],
      text: 'Japan, South Korea and Taiwan rose to advanced status, and at China’s present stage all three had largely set protection aside.',
      votes: { agree: 14, disagree: 4, pass: 3 },
      undercuts: [
        {
          key: 'no-rule-for-china',
          position: 'planners',
          relation: 'attack',
          paragraphs: [10, 13],
          text: 'What suited three smaller economies sets no rule for one of China’s size, least of all under threat of tariffs.',
          votes: { agree: 9, disagree: 9, pass: 2 },
        },
      ],
      comments: [
        {
          by: 'plover',
          text: '“Largely” should stay whatever else is edited: none of the three is said to have stopped altogether.',
          replies: [
            {
              by: 'curlew',
              text: 'Yes. Without it the planners could answer with a single protected industry.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'protected-first',
          position: 'planners',
          relation: 'attack',
          paragraphs: [10],
          text: 'All three sheltered their industries on the way up; China is asked to do without what its neighbours had.',
          votes: { agree: 10, disagree: 8, pass: 2 },
          claims: [
            {
              key: 'shelter-has-been',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [8, 10],
              text: 'China has had its sheltered years, and Huawei and ZTE grew up in them; the neighbours’ next step was to let foreign trade and investors in.',
              votes: { agree: 12, disagree: 5, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'out-of-proportion',
      position: 'chamber',
      relation: 'support',
      paragraphs: [8],
      text: 'Germany gives “Industrie 4.0” 200 million euros of public money; Beijing’s pledges run to “hundreds of billions of euros”, out of all proportion to its model.',
      votes: { agree: 13, disagree: 5, pass: 3 },
      comments: [
        {
          by: 'siskin',
          text: 'One figure is a budget and the other a pledge, and neither comes with a period. Are we comparing like with like?',
          replies: [
            {
              by: 'marten',
              text: 'There is a claim about the pledge further down. I would leave this wording alone and argue it there.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'rivals-give-up',
          position: 'chamber',
          relation: 'support',
          paragraphs: [8],
          text: 'Rivals without a treasury behind them cannot match such sums, and when they give up, China loses the competition that would have improved its own makers.',
          votes: { agree: 11, disagree: 5, pass: 4 },
        },
        {
          key: 'germany-did-it',
          position: 'planners',
          relation: 'attack',
          paragraphs: [8],
          text: 'If Germany’s programme was the model, Europe is objecting to China doing more of what it does itself.',
          votes: { agree: 9, disagree: 9, pass: 3 },
          claims: [
            {
              key: 'size-is-kind',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [8],
              text: 'Two hundred million euros can nudge an industry; a thousand times as much decides which of its companies survive.',
              votes: { agree: 14, disagree: 4, pass: 2 },
              claims: [
                {
                  key: 'pledges-not-payments',
                  position: 'planners',
                  relation: 'attack',
                  paragraphs: [8],
                  text: 'Pledges are not payments, and the vast figure is the chamber’s own count.',
                  votes: { agree: 11, disagree: 5, pass: 4 },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'own-remedy',
      position: 'chamber',
      relation: 'support',
      paragraphs: [10, 11],
      text: 'The better remedy is one China knows, “reform and opening up”: the course its neighbours took and Xi is leaving.',
      votes: { agree: 12, disagree: 6, pass: 3 },
      claims: [
        {
          key: 'open-to-whom',
          position: 'planners',
          relation: 'attack',
          paragraphs: [13, 14],
          text: 'Opening pays when others stay open, and an America that blocks acquisitions and threatens tariffs does not.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'europe-still-open',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [14],
              text: 'America is not the only partner: Europe’s leaders dislike its methods, and China can still open towards them.',
              votes: { agree: 10, disagree: 6, pass: 4 },
              claims: [
                {
                  key: 'europe-worries-too',
                  position: 'hawks',
                  relation: 'attack',
                  paragraphs: [14],
                  text: 'Those leaders have the same worries as Washington, so while the plan stands China cannot count on their welcome.',
                  votes: { agree: 11, disagree: 4, pass: 4 },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'rules-not-tariffs',
      position: 'chamber',
      relation: 'support',
      paragraphs: [8, 13],
      text: 'Common rules on subsidies go to the cause; tariffs charge the buyers and leave the subsidies where they were.',
      votes: { agree: 13, disagree: 4, pass: 4 },
      claims: [
        {
          key: 'rules-need-teeth',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 14],
          text: 'Rules bind those who fear a penalty; unless access can be lost, Beijing has no reason to accept any.',
          votes: { agree: 11, disagree: 8, pass: 2 },
        },
        {
          key: 'chamber-has-a-stake',
          position: 'planners',
          relation: 'attack',
          paragraphs: [8, 14],
          text: 'The chamber speaks for companies with business in China, so its idea of fair rules happens to favour them.',
          votes: { agree: 10, disagree: 5, pass: 5 },
          claims: [
            {
              key: 'interested-and-right',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [],
              text: 'An interested witness can be right: Chinese buyers gain as well when the better product wins.',
              votes: { agree: 14, disagree: 3, pass: 3 },
            },
          ],
        },
      ],
    },
  ],
};

/** The debate that a fresh installation opens with: three camps on China's industrial plan, as of 2018. */
export const madeInChina2025: SeedDebate = {
  slug: 'made-in-china-2025',
  title: 'Made in China 2025: strength or setback?',
  motion: '“Made in China 2025” will strengthen China’s economy more than it harms it.',
  intro:
    'In 2015 Beijing set out to lift ten advanced industries with state money. Three camps argue over what that does to China’s own economy: U.S. hawks, Beijing’s planners and the European chamber. Each has its best case here, and nearly every claim names the paragraph it rests on.',
  source: {
    title: 'A 2018 commentary on the U.S.–China technology conflict',
    note: 'A newspaper commentary, retold here paragraph by paragraph in other words; its own text is not reproduced. Its author doubts the plan, so the board adds the answers the camps would give.',
    paragraphs: [
      {
        number: 1,
        digest:
          'A truce agreed on 19–20 May 2018 interrupts the trade dispute, yet China’s need for technology from elsewhere means it cannot last.',
      },
      {
        number: 2,
        digest:
          'American pressure has drawn attention to the foreign know-how China seeks for its advanced factories, and since neither side is changing course, friction between them will grow.',
      },
      {
        number: 3,
        digest:
          'Americans see a rival that already excels, in internet services, mobile payments and electrical equipment, and that funds artificial intelligence and quantum computing generously.',
      },
      {
        number: 4,
        digest:
          'Beijing sees how easily ZTE was stopped once a sanctions dispute cost it American parts, and concludes that it must soon need such parts less.',
      },
      {
        number: 5,
        digest:
          'Xi’s own intervention won ZTE a way back, over objections in the Senate, but nothing deeper was settled.',
      },
      {
        number: 6,
        digest:
          'Guojie Li, a leading computing researcher, told a Beijing audience that China has internet companies of the first rank but lags in the foundations of computing.',
      },
      {
        number: 7,
        digest:
          'The plan of 2015 answers with more investment in ten fields, robotics and aerospace among them, though both sides know that it will need outside technology.',
      },
      {
        number: 8,
        digest:
          'Huawei and ZTE show that the mixture of aid, protection and borrowed knowledge is old; the money, set beside Germany’s small programme, is what has changed.',
      },
      {
        number: 9,
        digest:
          'One danger is a growing role for the state at the very point where growth in many economies slows before they become rich.',
      },
      {
        number: 10,
        digest:
          'Three Asian neighbours got past that point, and had mostly exchanged protection for openness when they stood where China stands.',
      },
      {
        number: 11,
        digest:
          'Under Xi the movement is towards state companies and away from openness, whereas South Korean champions had to prove themselves abroad.',
      },
      {
        number: 12,
        digest:
          'The other danger is that a plan run by the state brings China into open conflict with America.',
      },
      {
        number: 13,
        digest:
          'Threats have not weakened Beijing’s purpose, and ZTE’s case may have hardened it, while America watches its technology more anxiously than ever.',
      },
      {
        number: 14,
        digest:
          'Theft and pressure account for only some of China’s gains, beside its own research and ordinary contracts, but Washington is acting on them and European leaders, uneasy about its methods, see the same problem.',
      },
      {
        number: 15,
        digest: 'Having left the road its neighbours took, China may find that the plan weakens its economy.',
      },
    ],
  },
  positions: [hawks, planners, chamber],
  crossLinks: [
    { from: 'neighbours-opened', to: 'middle-income', relation: 'attack' },
    { from: 'out-of-proportion', to: 'grounds-supplied', relation: 'support' },
    { from: 'services-not-basics', to: 'cutoff-risk', relation: 'support' },
    { from: 'senate-resists', to: 'cutoff-risk', relation: 'support' },
    { from: 'lever-wears-out', to: 'rules-need-teeth', relation: 'attack' },
    { from: 'home-research', to: 'taken-know-how', relation: 'attack' },
    { from: 'one-order', to: 'open-to-whom', relation: 'support' },
  ],
  participants: [
    { key: 'alder', name: 'Alder' },
    { key: 'badger', name: 'Badger' },
    { key: 'birch', name: 'Birch' },
    { key: 'curlew', name: 'Curlew' },
    { key: 'dunlin', name: 'Dunlin' },
    { key: 'elm', name: 'Elm' },
    { key: 'finch', name: 'Finch' },
    { key: 'fox', name: 'Fox' },
    { key: 'gannet', name: 'Gannet' },
    { key: 'heron', name: 'Heron' },
    { key: 'ibis', name: 'Ibis' },
    { key: 'kestrel', name: 'Kestrel' },
    { key: 'larch', name: 'Larch' },
    { key: 'lynx', name: 'Lynx' },
    { key: 'marten', name: 'Marten' },
    { key: 'otter', name: 'Otter' },
    { key: 'plover', name: 'Plover' },
    { key: 'poplar', name: 'Poplar' },
    { key: 'siskin', name: 'Siskin' },
    { key: 'spruce', name: 'Spruce' },
    { key: 'stoat', name: 'Stoat' },
    { key: 'tern', name: 'Tern' },
  ],
};
