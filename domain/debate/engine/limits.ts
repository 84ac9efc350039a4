/** Milliseconds a deleted debate is kept: its owner can restore it meanwhile. */
export const GRACE = 7 * 24 * 60 * 60 * 1_000;

/** Everything a person can make grow, its limit, unit and reason. An operation over a limit is rejected as a whole. */
export const LIMITS = {
  /** Characters (code points) in a motion: it must be readable as a headline. */
  motionCharacters: 300,
  /** Characters in a debate's title: one line in a list. */
  titleCharacters: 120,
  /** Characters in a claim's wording: one statement, not an essay. */
  wordingCharacters: 500,
  /** Characters in a comment. */
  commentCharacters: 5_000,
  /** People mentioned in a comment: each of them is notified. */
  mentions: 20,
  /** Characters in a position's name: fits its place on the map. */
  positionNameCharacters: 60,
  /** Characters in a position's summary. */
  positionSummaryCharacters: 300,
  /** Characters in a person's name. */
  nameCharacters: 60,
  /** Characters in a source's title. */
  sourceTitleCharacters: 300,
  /** Characters in a source's web address. */
  sourceUrlCharacters: 2_000,
  /** Claims, comments and sources that one person adds in a blind phase: all of them are revealed at once. */
  unrevealed: 300,
  /** Characters in a source's excerpt or note: a whole document fits. */
  sourceTextCharacters: 200_000,
  /** Characters in an article's text: a long one fits. */
  articleCharacters: 200_000,
  /** Characters (UTF-16 units) in all articles of a debate: everyone who opens it downloads them. */
  allArticlesCharacters: 1_000_000,
  /** Characters (UTF-16 units) in one person's articles that wait for the reveal: others' limit can't count what they don't see. */
  unrevealedArticlesCharacters: 200_000,
  /** UTF-16 units of an article in a cited passage: some paragraphs, not a copy. */
  passageUnits: 2_000,
  /** UTF-16 units of the text before a cited passage, and of the text after it. */
  contextUnits: 32,
  /** Passages cited by one claim. */
  passagesPerClaim: 20,
  /** Unanswered suggested wordings for one claim. One person alone does not reach it, and so cannot count those of others with it. */
  openSuggestionsPerClaim: 500,
  /** Unanswered suggested wordings by one person: to suggest more, they must wait for an answer. */
  openSuggestions: 50,
  /** Those of one person for one claim. */
  ownSuggestionsPerClaim: 5,
  /** Suggested wordings in a debate, answered ones included. */
  suggestions: 20_000,
  /** Characters sent with a new source, in one message; longer texts are written in their editors. */
  newSourceTextCharacters: 5_000,
  /** Characters in a source's locator (a paragraph or page). */
  sourceLocatorCharacters: 40,
  /** Positions in a debate: as many as there are hues that stay apart. */
  positions: 8,
  /** People of a position who must agree before a steelman of it is recognized: more would be a vote. */
  recognition: 100,
  /** Claims in a debate, retracted ones included: the size the map is built for. */
  claims: 10_000,
  /** Claims that a claim is split into at once, besides itself: a wording of 500 characters holds no more. */
  parts: 8,
  /** Cross-links in a debate. */
  crossLinks: 20_000,
  /** Replies one below another in a thread: the board makes one level, and each comment costs a walk up. */
  replyLevels: 100,
  /** Comments in a debate. */
  comments: 100_000,
  /** Sources in a debate. */
  sources: 5_000,
  /** Sources cited by one claim. */
  sourcesPerClaim: 20,
  /** Claims between a position and its deepest descendant: walks stay short. */
  depth: 60,
  /** Characters of the key by which siblings are ordered: it gets longer with each one put between the same two. */
  orderKeyCharacters: 1_000,
  /** Participants in a debate. */
  participants: 2_000,
  /** Claims and comments hidden or restored in one operation: their ids must fit into a message. */
  hiddenAtOnce: 1_000,
  /** Contributions named by the acts that a moderation log keeps, each time they are named: everyone who moderates downloads it. */
  rememberedModeration: 50_000,
  /** Characters in a note to the author of hidden content. */
  noteCharacters: 1_000,
  /** New claims by one person within `PACE_WINDOW`: the most that a debate can set. */
  pace: 100,
  /** Minutes a mute or ban with an end lasts: a year. */
  sanctionMinutes: 525_600,
  /** Reasons for hiding in a debate. */
  reasons: 20,
  /** Characters in a reason for hiding. */
  reasonCharacters: 60,
  /** Phases of an agenda: a day's work that still fits on one screen. */
  phases: 30,
  /** Characters in a phase's name: one line over the board. */
  phaseTitleCharacters: 60,
  /** Characters in the instructions of a phase: two lines over the board. */
  phaseNoteCharacters: 200,
  /** Characters that say what a template is good for: a paragraph. */
  templateAboutCharacters: 500,
  /** Minutes a phase lasts: a day. */
  phaseMinutes: 1_440,
  /** Fewest votes of a secret ballot whose totals are shown: from fewer, votes could be guessed. */
  secretTotal: 5,
  /** Fewest rows of a ballot for research that leave together, and of any of them that later files could distinguish. */
  ballotRows: 15,
  /** Totals of a secret ballot shown for one claim or link, one after another: each is compared with all before it. */
  disclosedTotals: 50,
  /** Characters in the text of a report. */
  reportCharacters: 500,
  /** Characters an administrator writes to the owner about a restriction. */
  restrictionCharacters: 1_000,
  /** Open reports by one person: to report more, they must wait until one is settled. */
  openReports: 20,
  /** Reports by one person that are kept. */
  rememberedReports: 50,
  /** Open reports in a debate: more than its moderators can go through. */
  allOpenReports: 2_000,
  /** Small groups of a debate, ended ones included: each has a separate board that moderators look after. */
  groups: 200,
  /** Groups created at once. */
  groupsAtOnce: 50,
  /** Claims copied into all groups that are created at once; each copy counts. */
  claimsCopiedAtOnce: 20_000,
  /** Characters in a group's name. */
  groupNameCharacters: 60,
  /** Fewest people in a group of an anonymous debate: in a smaller one, authors could be identified. */
  anonymousGroup: 3,
  /** Meetings in a debate. */
  meetings: 200,
  /** Characters in the question of a poll: read from the back row. */
  pollQuestionCharacters: 200,
  /** Characters in an option of a poll: a button on a phone. */
  pollOptionCharacters: 80,
  /** Options of a poll: they are listed below each other on a phone. */
  pollOptions: 8,
  /** Points that a poll gives to spend. */
  pollBudget: 100,
  /** Characters in the unit of a poll on a number: it stands beside each figure. */
  pollUnitCharacters: 20,
  /** Characters in an answer in free text: one line. */
  pollAnswerCharacters: 140,
  /** Answers in free text that are hidden in a poll: everything else is compared with each of them. */
  hiddenAnswers: 100,
  /** Polls in a debate. */
  polls: 200,
  /** Fewest answers that make a total of a secret poll; fewer would disclose single ones. */
  pollThreshold: 5,
  /** Characters in a question from the floor: read from the back row. */
  questionCharacters: 300,
  /** Questions from the floor by one person that wait for an answer: to ask more, they must wait for one. */
  openQuestions: 10,
  /** Questions from the floor by one person, answered and withdrawn ones included: nobody can use up those of a debate. */
  questionsOfOne: 50,
  /** Questions from the floor that are counted together: each change of their support goes through all of them. */
  questionsTogether: 50,
  /** Questions from the floor in a debate, answered ones included. */
  questions: 1_000,
  /** Tasks in a debate: more than that nobody keeps in mind. */
  tasks: 20,
  /** Contributions a task asks for. */
  taskCount: 50,
  /** Characters in each section of the conclusion: one page. */
  conclusionCharacters: 5_000,
  /** Times that each section of the conclusion cites claims: each is shown in its present wording. */
  conclusionCitations: 50,
  /** Seconds of speaking time given to a participant. */
  speakingSeconds: 3_600,
  /** Open invitations to speak: each is sent apart with every change of the floor. */
  invitations: 20,
  /** Times that participants had the floor, in a debate. */
  speeches: 5_000,
  /** Email addresses invited at once: a list that the sender can paste and still check. */
  invitedAtOnce: 100,
  /** Characters in the note of an email invitation: a sentence or two, not a whole letter. */
  invitationNoteCharacters: 300,
  /** Changes a text keeps until it is sealed, so that one made on an older revision can still be merged. */
  rememberedChanges: 300,
  /** Characters (UTF-16 units) inserted by the changes a text keeps: pasted text weighs more. */
  rememberedCharacters: 100_000,
  /** Characters that each part of such a change also counts for: merging takes longer with more parts. */
  rememberedPart: 16,
  /** Characters (UTF-16 units) inserted by one edit: it must fit into a message. */
  editCharacters: 10_000,
  /** Parts of one edit (kept and replaced ones): typing and pasting make three, a long draft written offline some hundreds. */
  editParts: 500,
  /** Operations a browser may keep waiting for the server. */
  pendingOperations: 1_000,
  /** Claims, positions and links whose changes a participant has seen one by one, beyond the mark up to which all is seen. */
  seenLater: 2_000,
  /** Bytes in one message from a client. */
  messageBytes: 64 * 1024,
} as const;
