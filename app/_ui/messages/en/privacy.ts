/** What is held of people, and how they have it taken away. On the server only: see `messages.ts`. */
export const privacy = {
  title: 'What is stored of you',
  lead: 'What this server keeps, why, for how long, and who sees it; and how to take it with you or have it erased.',
  link: 'Privacy',
  operator: 'Who runs this server',
  operatorKnown: 'Whoever runs it decides about what is stored here. You reach them by: {contact}',
  operatorUnknown:
    'Whoever runs this server has not said here how to reach them. Ask who gave you its address.',
  stored: 'What is stored',
  howLong: 'How long',
  whoSees: 'Who sees it',
  kept: {
    name: {
      what: 'Your name',
      why: 'It stands beside what you write. It is in a table of its own, and in no debate’s log, so that it can be changed and erased.',
      long: 'Until you change it, or are erased.',
      who: 'Whoever may read a debate you take part in, and the administrators.',
    },
    account: {
      what: 'Mail address and password, if you have an account',
      why: 'You sign in by them. Of the password only an argon2id hash is kept; of a sign-in through another provider, what it calls you.',
      long: 'Until you change them, or are erased.',
      who: 'You; the administrators see the address. Nobody sees the password.',
    },
    signIns: {
      what: 'Where you are signed in',
      why: 'So that your browser is recognised, and that you can end it: the browser and its system in words, how you signed in, and when it was last used, to the hour. No network address.',
      long: 'Until you end it, but no longer than {idleDays, plural, one {# day} other {# days}} after its last use or {days, plural, one {# day} other {# days}} after you signed in.',
      who: 'You; the administrators see how many there are.',
    },
    secondFactors: {
      what: 'Two-step sign-in, if you set it up',
      why: 'To confirm that it’s you. We keep your authenticator app’s key encrypted, each passkey’s name, public key and hour of last use, and only hashes of your recovery codes.',
      long: 'Until you remove it or your account is erased.',
      who: 'You see what you have set up, and administrators see whether you have. No one sees the keys.',
    },
    tokens: {
      what: 'Access tokens you make',
      why: 'Programs act for you by them. Of each its name and what it may are kept, and a hash.',
      long: 'Until you revoke it, or until the day you chose.',
      who: 'You.',
    },
    links: {
      what: 'Links and codes that were sent to you',
      why: 'To sign in, to confirm an address, to move to another device. Only their hashes are kept, with the address they went to.',
      long: 'Until they are used, or {hours, plural, one {# hour} other {# hours}} at most.',
      who: 'Nobody.',
    },
    words: {
      what: 'What you write in debates',
      why: 'Claims, comments, sources, edits of shared texts and notes, each with the time, in the debate’s log; earlier wordings too.',
      long: 'As long as the debate, or until you have your words erased.',
      who: 'Whoever may read the debate; of what is hidden, those who run it, and you.',
    },
    votes: {
      what: 'How you vote',
      why: 'To count it, once for each person, and to show you your own.',
      long: 'As long as the debate. When you are erased your votes go on being counted, as nobody’s.',
      who: 'Everybody sees the counts. Who voted how is shown to nobody but the voter; the database has it.',
    },
    decisions: {
      what: 'Your part in a debate, and what was decided about you',
      why: 'Your role, the position you speak for, and whether and why you were muted, removed or banned.',
      long: 'As long as the debate.',
      who: 'Roles are seen by all who read it; measures by you and those who run it.',
    },
    reports: {
      what: 'What you report to those who run a debate',
      why: 'So that they can look at it and tell you what became of it: what it is about, the reason, and what you said.',
      long: 'As long as the debate; so many of yours are remembered. When you are erased they go on being counted, as nobody’s, and your words go if you want that.',
      who: 'You and those who run the debate. Who reported it is told neither to its author nor, where nobody is named, to anybody.',
    },
    notes: {
      what: 'What you were told of in debates, and what you chose to hear of',
      why: 'For your inbox, and the mails you want: what it is about and whether you have read it, no words; the level and the branches you muted, and when and in which time zone you are mailed.',
      long: 'What you were told of, {noteDays, plural, one {# day} other {# days}}; what you chose, until you change it or are erased.',
      who: 'You.',
    },
    invitations: {
      what: 'Your mail address, where somebody invites you by it',
      why: 'So that the invitation is yours alone.',
      long: 'Until the debate goes, or you are erased.',
      who: 'Those who run the debate.',
    },
  },
  passing: 'What is not stored',
  passingText:
    'Where you look, point and write is told to those who are in the debate with you, and forgotten at once. Network addresses are held in memory, to keep some from overrunning others, and written nowhere. The server’s log has numbers, codes and counts, no names and nothing people wrote.',
  passingMails:
    'As this server has no mail server, mails are printed where whoever runs it reads them, with the address and the link.',
  cookies: 'Cookies',
  cookiesText:
    'None of them follows you anywhere else, and none can be read by another site. There are no others.',
  cookieFor: {
    signIn: 'identifies you after you sign in or enter a name',
    pending: 'remembers that you still have to do the second step of signing in',
    knownBrowser:
      'remembers that you signed in to an account here before, so that other people’s wrong passwords don’t lock you out',
    askedForMail:
      'remembers that you asked for an email in this browser, so that its link and code work only here',
    told: 'shows the result of a form on the next page',
    provider: 'protects your sign-in through another provider',
    theme: 'remembers whether you chose light or dark',
  },
  lasts:
    '{unit, select, days {{count, plural, one {# day} other {# days}}} other {{count, plural, one {# minute} other {# minutes}}}}',
  browser: 'What your browser keeps',
  browserText:
    'What you have not sent yet, until it is sent. The debates you opened last, so that you can read them without a network, where the site is served over https; and what you have seen of debates you read without taking part; signing out forgets both. How you chose to see a debate. None of it is sent to anybody.',
  others: 'Who else is told',
  othersNobody: 'Nobody. Pages and server ask no other host for anything; there is no telemetry.',
  othersBreach:
    'One exception is {host}: when you choose a password, this server checks there whether it has leaked. It sends 5 characters of a hash that many passwords share, and nothing about you.',
  othersMail:
    'The mail server of whoever runs this server passes on the mails you ask for, and those about your debates until you end them.',
  othersProvider:
    'If you sign in through {provider}, it learns that you do, and tells your name and address.',
  backups: 'Backups',
  backupsKnown:
    'Backups are kept for {days, plural, =0 {less than a day} one {# day} other {# days}}. What was erased is in them until then. Were one restored, what was erased since would be erased again.',
  backupsUnknown:
    'Whoever runs this server has not said how long backups are kept. What was erased may be in them until they are gone.',
  yours: 'Take it with you, or have it erased',
  yoursText:
    'On your account page, guests too: one file with all that is held of you, and the way to be erased. An administrator does the same at your request.',
  toAccount: 'Your account',
  remains: 'What is left when somebody is erased',
  remainsName:
    'Their name goes everywhere at once: what they did is shown as an erased person’s. Their votes count on, and what they wrote stays, unless they want that gone too.',
  remainsWords:
    'Their words are then blank, each text as long as it was, so that what others wrote into it stays in its place. What others quote of them stays with those, and so do a debate’s title, motion and positions. Where a new debate took over claims, nobody’s name went along: those are not found any more.',
  remainsDebates: 'A deleted debate goes for good after {days, plural, one {# day} other {# days}}.',
  remainsBrowsers:
    'Somebody who had the debate open has the words until their browser next reaches this server; then they are gone there too.',
  eraseTitle: 'Erase yourself',
  eraseLead: 'This cannot be undone, and nobody can come back as {name}.',
  eraseOwned: 'First: debates you own',
  eraseOwnedText:
    'Each needs somebody who answers for it. Hand it over, under Manage › People, or delete it, under Manage › Debate. Debates you have deleted already go for good with you.',
  eraseChoice: 'What is to go',
  eraseName: 'My name, and everything by which I am known',
  eraseNameText:
    'Sign-ins, mail address, password, tokens and invitations go; all your pages close. What you wrote and how you voted stays, as an erased person’s.',
  eraseWords: 'And my words too',
  eraseWordsText:
    'What you wrote in claims, comments, sources and notes becomes blank, in every debate, for everybody. What others quoted of it stays theirs.',
  eraseExport: 'You may want your file first:',
  download: 'Download my data',
  eraseSure: 'I know that this cannot be undone',
  eraseGo: 'Erase me',
  dataTitle: 'Your data',
  dataText: 'All that this server holds of you, as one file; and what it holds of anybody, and why.',
  toErase: 'Erase yourself…',
  adminTitle: 'Erase {name}',
  adminLead: 'At their request. It cannot be undone.',
  adminNameless: 'somebody without a name',
  adminOwned: 'First: debates they own',
  adminOwnedText:
    'Open each one to transfer it to a moderator or delete it. Deleted debates are removed for good with their owner, without the 7-day wait.',
  adminName: 'Their name, and everything by which they are known',
  adminWords: 'And their words too',
  adminGo: 'Erase them',
};
