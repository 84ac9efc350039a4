import type { SaidTopic } from './said-topics.ts';

export const english: readonly SaidTopic[] = [
  {
    motion: 'Towns should close their centres to cars.',
    half: 'chooses',
    for: {
      triples: [
        [
          'The air gets cleaner, and fewer children have asthma.',
          'Without exhaust fumes the air in town is cleaner and children stay healthier.',
          'The air gets no cleaner, because asthma comes from heating with wood.',
        ],
        [
          'Buses arrive on time when no cars block the road.',
          'Public transport becomes punctual as soon as buses have the road to themselves.',
          'Buses block the road as much as cars do.',
        ],
        [
          'Streets without cars are safer for children who walk to school.',
          'Children could walk to school without being run over.',
          'Children are driven to school because parents do not trust the buses.',
        ],
        [
          'Parking spaces can become parks and playgrounds.',
          'The land now used for parking could be turned into green space where children play.',
          'Parks and playgrounds stay empty when there is no parking space nearby.',
        ],
        [
          'Cars are the loudest thing in a town; people sleep better without them.',
          'Noise from engines keeps people awake at night.',
          'Electric cars are so quiet that people do not hear them in town.',
        ],
        [
          'Ambulances get through faster when streets are empty.',
          'Emergency services would reach patients more quickly on streets with no traffic.',
          'Ambulances are held up by bollards that close streets.',
        ],
        [
          'Pontevedra closed its centre in 1999 and has grown since.',
          'In Pontevedra the population increased after cars were kept out.',
          'Ghent closed its centre in 2017 and lost a tenth of its shops.',
        ],
        [
          'Cafés can put tables where cars used to be parked.',
          'Restaurants would gain outdoor seating on the former parking bays.',
          'Cafés pay too little for tables on the pavement.',
        ],
      ],
      besides: [
        'Children who walk to school know their district better.',
        'People with disabilities need pavements that are wide enough for a wheelchair.',
      ],
    },
    against: {
      triples: [
        [
          'Shops lose customers when people can no longer drive to the door.',
          'Customers who have to leave the car outside will shop somewhere else.',
          'Shops gain customers when people walk past their door.',
        ],
        [
          'People with disabilities depend on their cars to get to the doctor.',
          'Someone in a wheelchair cannot reach a doctor’s surgery without a car.',
          'People with disabilities are the ones who gain most when pavements have no parked cars.',
        ],
        [
          'Traffic only moves to the neighbouring streets.',
          'The cars do not vanish: neighbouring districts get the traffic instead.',
          'Traffic in neighbouring streets falls too once people change to the bus.',
        ],
        [
          'Deliveries become more expensive for small businesses.',
          'Small firms would pay more for having their goods delivered.',
          'Deliveries by cargo bike become cheaper for small businesses.',
        ],
        [
          'Older residents feel shut in when nobody can drive up to visit them.',
          'Elderly people living there would get fewer visits if visitors cannot come by car.',
          'Older residents say that they sleep better since nobody drives through at night.',
        ],
        [
          'Rents rise in quiet districts, and poor tenants have to leave.',
          'Once a district is quiet and attractive, tenants with low incomes are priced out.',
          'Rents fall in districts that are hard to reach.',
        ],
        [
          'Commuters from villages have no train that would take them to town.',
          'People in the countryside cannot commute without a car, since no train goes there.',
          'Commuters from villages can park at the edge of town and take the train.',
        ],
        [
          'A ban punishes people who cannot afford a new electric car.',
          'Low earners are hit hardest, as they have no money for an electric vehicle.',
          'A ban on old cars helps people who live beside main roads and cannot afford to move.',
        ],
      ],
      besides: [
        'Shops need more help with rents than with customers.',
        'Buses need drivers, and there are not enough of them.',
        'Parking at the edge of town costs more than commuters can pay.',
      ],
    },
  },
  {
    motion: 'Schools should ban phones.',
    half: 'reports',
    for: {
      triples: [
        [
          'Pupils pay more attention in lessons when their phones are locked away.',
          'Students concentrate better in class if nobody has a phone at hand.',
          'Pupils pay no more attention when phones are locked away: they look out of the window.',
        ],
        [
          'Bullying moves into chat groups that teachers cannot see.',
          'Children are harassed in group chats where no teacher is watching.',
          'Bullying was there before chat groups, and teachers did not see it either.',
        ],
        [
          'Children talk to each other again during breaks.',
          'In the schoolyard pupils would have real conversations instead of staring at screens.',
          'Children break the rule and talk about it with pride.',
        ],
        [
          'Phones are used to cheat in tests.',
          'With a smartphone under the desk, cheating in an exam is easy.',
          'Tests that allow phones ask better questions.',
        ],
        [
          'Grades improved in schools that introduced a ban, above all those of weak pupils.',
          'Where phones were banned, results of low achievers went up most.',
          'Grades did not change in schools that introduced a ban.',
        ],
        [
          'Notifications interrupt thinking for minutes at a time.',
          'Each message that pops up breaks a train of thought, and it takes minutes to return.',
          'Notifications can be switched off in minutes.',
        ],
        [
          'A ban is easier to follow than rules with exceptions.',
          'One clear prohibition works better than complicated regulations.',
          'A ban needs exceptions, or nobody follows it.',
        ],
        [
          'Social media makes girls unhappy with their bodies.',
          'Instagram harms how teenage girls feel about their own appearance.',
          'Social media lets girls find others who share their interests.',
        ],
        [
          'Children become short-sighted from looking at small screens all day.',
          'Myopia spreads because eyes are fixed on tiny displays for hours.',
          'Children become short-sighted from reading indoors, whatever they read on.',
        ],
      ],
      besides: [
        'Parents send messages to their children during lessons.',
        'Pupils who look at a screen before bed sleep less.',
      ],
    },
    against: {
      triples: [
        [
          'Parents must be able to reach their children in an emergency.',
          'If something happens, a mother needs to get hold of her child at once.',
          'In an emergency the school reaches parents faster than children do.',
        ],
        [
          'Young people have to learn to use a phone sensibly, and school is the place for it.',
          'It is the task of schools to teach responsible use of smartphones.',
          'Young people learn nothing sensible from a phone in school.',
        ],
        [
          'Teachers waste lesson time on enforcing the rule.',
          'Every ban has to be policed, and that costs teachers minutes of each lesson.',
          'Teachers save lesson time because nobody has to be told to put a screen down.',
        ],
        [
          'Poor families have no laptop, so the phone is the only device for homework.',
          'For pupils whose parents cannot buy a computer, a phone is what they do their homework on.',
          'Poor families buy expensive phones so that their children are not left out.',
        ],
        [
          'Diabetic pupils measure their blood sugar with an app.',
          'Some children need their phone for medical reasons, such as checking glucose.',
          'Pupils drink more sugar when they sit in front of an app.',
        ],
        [
          'Students photograph the board and take better notes.',
          'Taking pictures of what is on the blackboard helps students with their notes.',
          'Students who write notes by hand remember more than those who photograph the board.',
        ],
        [
          'What students do with their own property is not the school’s business.',
          'A phone belongs to the pupil, so a school has no right to take it.',
          'Damage to students’ property is the school’s business once it has locked it away.',
        ],
      ],
      besides: [
        'Teachers use their own phones in lessons.',
        'Homework takes poor pupils longer because they share a room.',
        'Bullying is worse where schools are large.',
      ],
    },
  },
];
