/** Stored personal data, and how to download or delete it. On the server only: see `messages.ts`. */
export const privacy = {
  title: 'What we store about you',
  lead: 'What this server stores, why, for how long and who can see it. Also how to download or delete your data.',
  link: 'Privacy',
  operator: 'Who runs this server',
  operatorKnown: 'The operator of this server is responsible for the data on it. Contact: {contact}',
  operatorUnknown:
    'The operator of this server hasn’t given contact details. Ask the person who gave you its address.',
  stored: 'What is stored',
  howLong: 'For how long',
  whoSees: 'Who can see it',
  kept: {
    name: {
      what: 'Your name',
      why: 'To show it beside what you write. We keep it in its own table and out of the debates’ logs, so that it can be changed and deleted.',
      long: 'Until you change it or delete your account.',
      who: 'Everyone who can read a debate you’re in, and administrators. With pseudonyms or in an anonymous debate, only moderators of that debate and administrators.',
    },
    account: {
      what: 'Email and password, if you have an account',
      why: 'To sign you in. We keep only an argon2id hash of the password, and for a sign-in provider the ID it gives you.',
      long: 'Until you change them or delete your account.',
      who: 'You and administrators see the email. No one can see the password.',
    },
    signIns: {
      what: 'Where you’re signed in',
      why: 'To recognize your browser and let you sign it out. We keep its name and system, how you signed in, and the hour of its last use, but no network address.',
      long: 'Until you sign out: at most {idleDays, plural, one {# day} other {# days}} after the last use and {days, plural, one {# day} other {# days}} after you signed in.',
      who: 'You. Administrators can see how many there are.',
    },
    secondFactors: {
      what: 'Two-step sign-in, if you set it up',
      why: 'To confirm that it’s you. We keep your authenticator app’s key encrypted, each passkey’s name, public key and hour of last use, and only hashes of your recovery codes.',
      long: 'Until you remove it or delete your account.',
      who: 'You see what you have set up, and administrators see whether you have. No one sees the keys.',
    },
    tokens: {
      what: 'Your access tokens',
      why: 'To let programs act for you. We keep each token’s name, its access and a hash.',
      long: 'Until you revoke the token or it expires.',
      who: 'You.',
    },
    links: {
      what: 'Links and codes that were sent to you',
      why: 'To sign in, confirm an email or move to another device. We keep only their hashes and the email they were sent to.',
      long: 'Until they are used, at most {hours, plural, one {# hour} other {# hours}}.',
      who: 'No one.',
    },
    words: {
      what: 'What you write in debates',
      why: 'To show claims, comments, sources, edits and notes. Each is in the debate’s log with its time, earlier wordings included.',
      long: 'As long as the debate, or until you have your texts deleted.',
      who: 'Everyone who can read the debate. Hidden text is visible only to moderators and you.',
    },
    votes: {
      what: 'How you vote',
      why: 'To count each person’s vote once, and to show you your own.',
      long: 'As long as the debate. If you delete your account, your votes still count, without your name.',
      who: 'Totals show as the ballot allows. Only you can see how you voted, unless you choose “Show how I vote”. A ballot for research can be exported as rows without names. The database holds each vote.',
    },
    decisions: {
      what: 'Your role in a debate, and decisions about you',
      why: 'To apply your role, the position you speak for, and any mute, removal or ban with its reason.',
      long: 'As long as the debate.',
      who: 'Everyone who can read the debate sees roles. Only you and moderators see decisions about you.',
    },
    reports: {
      what: 'What you report to moderators',
      why: 'To let moderators act on it and show you the outcome: what you reported, the reason and your words.',
      long: 'As long as the debate, up to a limit per person. If you delete your account, reports still count without your name, and your words go if you choose that.',
      who: 'You and moderators. Authors don’t see who reported them, and in anonymous debates no one does.',
    },
    notes: {
      what: 'Notifications and their settings',
      why: 'For your inbox and emails. We keep what each notification is about and whether you read it, the branches you muted, and when and in which time zone we email you.',
      long: 'Notifications for {noteDays, plural, one {# day} other {# days}}. Settings until you change them or delete your account.',
      who: 'You.',
    },
    invitations: {
      what: 'Your email, if someone invites you',
      why: 'To make the invitation yours alone.',
      long: '{invitationDays, plural, one {# day} other {# days}} after the invitation ends, or until the debate or your account is deleted.',
      who: 'Moderators of the debate.',
    },
  },
  passing: 'What we don’t store',
  passingText:
    'The people in a debate with you see where you look, point and type. This isn’t kept. Network addresses stay in memory to limit abuse and are never written to disk. The server’s log contains numbers, codes and counts, but no names and nothing people wrote.',
  passingMails:
    'This server has no mail server. It prints emails, with their address and link, to the operator’s console.',
  cookies: 'Cookies',
  cookiesText: 'These are the only cookies. None tracks you, and no other site can read them.',
  cookieFor: {
    signIn: 'identifies you after you sign in or enter a name',
    pending: 'remembers that you still have to complete two-step sign-in',
    knownBrowser:
      'remembers that you signed in to an account here before, so that other people’s wrong passwords don’t lock you out',
    askedForMail:
      'remembers that you asked for an email in this browser, so that its link and code work only here',
    flash: 'shows the result of a form on the next page',
    provider: 'protects your sign-in through another provider',
    theme: 'remembers whether you chose light or dark',
  },
  lasts:
    '{unit, select, days {{count, plural, one {# day} other {# days}}} other {{count, plural, one {# minute} other {# minutes}}}}',
  browser: 'What your browser stores',
  browserText:
    'Your unsent changes, until they are sent, and how you like to view debates. Over https, it also keeps the debates you last opened for offline reading. Signing out deletes those copies and your unread marks. None of it is shared.',
  others: 'Who else gets data',
  othersNobody: 'No one. Pages and server contact no other host, and there is no telemetry.',
  othersPages:
    'Pages contact no other host, and the makers of Parley get no data. This server sends data elsewhere only in these cases:',
  othersBreach:
    'When you choose a password, this server asks {host} whether it has leaked. It sends 5 characters of a hash that many passwords share, and nothing about you.',
  othersBackups: 'Backups of everything on this server are stored at {host}.',
  othersWebhooks: 'Moderators can have new content of their debate sent to other sites through webhooks.',
  othersTraces:
    'Measurements of this server’s work are sent to {host}: the kind of each change and the time it took, without names, texts or IDs.',
  othersMail: 'The operator’s mail server delivers the emails you ask for and your notification emails.',
  othersProvider:
    'If you sign in with {provider}, it learns that you sign in here and sends us your name and email.',
  backups: 'Backups',
  backupsKnown:
    'Backups are kept for {days, plural, =0 {less than a day} one {# day} other {# days}} and can contain deleted data until then. If a backup is restored, that data is deleted again.',
  backupsUnknown:
    'The operator hasn’t said how long backups are kept. Deleted data can stay in them until then.',
  ends: 'What is deleted automatically',
  endsGuests:
    'A guest who only joined debates is deleted {days, plural, one {# day} other {# days}} after their first visit, if they’re no longer signed in anywhere.',
  endsQuiet:
    'A debate in which nothing is written for {days, plural, one {# day} other {# days}} is archived.',
  endsArchived:
    'An archived debate in which nothing is written is deleted after {days, plural, one {# more day} other {# more days}}. Its owner and moderators are notified at least {notice, plural, one {# day} other {# days}} before.',
  yours: 'Download or delete your data',
  yoursText:
    'On your account page you can download your data or delete your account, also as a guest. An administrator can do the same at your request.',
  toAccount: 'Your account',
  remains: 'What stays after an account is deleted',
  remainsName:
    'The name disappears everywhere, and contributions show a deleted person. Votes still count, and texts stay unless they are deleted too.',
  remainsWords:
    'Deleted texts become blank but keep their length, so that other people’s edits stay in place. Quotes by others stay, as do a debate’s title, motion and positions. Claims copied to new debates carry no names, so they can’t be found and deleted.',
  remainsDebates: 'A deleted debate is removed for good after {days, plural, one {# day} other {# days}}.',
  remainsBrowsers: 'Browsers that had the debate open keep the text until they next connect to this server.',
  eraseTitle: 'Delete your account',
  eraseLead: 'This can’t be undone, and no one can come back as {name}.',
  eraseOwned: 'First: debates you own',
  eraseOwnedText:
    'Transfer each one under Manage › People, or delete it under Manage › Debate. Debates you already deleted are removed for good with your account.',
  eraseChoice: 'What to delete',
  eraseName: 'My account and name',
  eraseNameText:
    'Deletes your sign-ins, email, password, tokens and invitations. Your contributions and votes stay, shown as a deleted person’s.',
  eraseWords: 'My account, name and texts',
  eraseWordsText:
    'Also blanks your text in claims, comments, sources and notes of every debate, for everyone. Quotes by others stay.',
  eraseExport: 'Download your data first:',
  download: 'Download my data',
  eraseSure: 'I understand that this can’t be undone',
  eraseGo: 'Delete my account',
  dataTitle: 'Your data',
  dataText: 'Download a copy of your data. See also what we store about you, and why:',
  toErase: 'Delete my account…',
  adminTitle: 'Delete the account of {name}',
  adminLead: 'Do this only at their request. It can’t be undone.',
  adminNameless: 'someone without a name',
  adminOwned: 'First: debates they own',
  adminOwnedText:
    'Open each one to transfer it to a moderator or delete it. Deleted debates are removed for good with their owner, without the 7-day wait.',
  adminName: 'Account and name',
  adminWords: 'Account, name and texts',
  adminGo: 'Delete account',
};
