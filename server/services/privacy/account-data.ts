import type { Database } from '../../database/open-database.ts';

/** The account of a person, its sign-ins, settings and notifications, and the invitations and webhooks they made. Without secrets. */
export async function accountData(prisma: Database['prisma'], userId: string) {
  const person = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
  const { id, name, email, oidcSubject, passwordHash, administrator, administratorBy, mayStart, createdAt } =
    person;
  const signIns = await prisma.signIn.findMany({
    where: { userId },
    select: { method: true, label: true, scopes: true, createdAt: true, seenAt: true, expiresAt: true },
    orderBy: { createdAt: 'asc' },
  });
  const invitations = {
    kind: true,
    role: true,
    email: true,
    note: true,
    limit: true,
    uses: true,
    createdAt: true,
    expiresAt: true,
    revokedAt: true,
  } as const;
  const made = (await partsOf(prisma, userId)).map(({ debateId, id: madeBy }) => ({ debateId, madeBy }));
  return {
    person: {
      id,
      name,
      email,
      oidcSubject,
      hasPassword: passwordHash !== null,
      administrator,
      administratorBy,
      mayStart,
      createdAt,
    },
    signIns: signIns.filter(({ method }) => method !== 'token').map(({ scopes: _, ...signIn }) => signIn),
    tokens: signIns
      .filter(({ method }) => method === 'token')
      .map(({ method: _, label: called, ...token }) => ({ name: called, ...token })),
    ...(await secondFactorsOf(prisma, userId)),
    invitationsMade: await prisma.invitation.findMany({
      where: { OR: made },
      select: { debateId: true, ...invitations },
      orderBy: { createdAt: 'asc' },
    }),
    webhooks: await prisma.webhook.findMany({
      where: { OR: made },
      select: { debateId: true, url: true, failures: true, createdAt: true, endedAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    invitationsMailed:
      email === null ? [] : await prisma.invitation.findMany({ where: { email }, select: invitations }),
    ...(await notesOf(prisma, userId)),
  };
}

/** Their second factors, without any secret or key. */
async function secondFactorsOf(prisma: Database['prisma'], userId: string) {
  return {
    authenticator: await prisma.authenticator.findUnique({
      where: { userId },
      select: { createdAt: true, confirmedAt: true },
    }),
    passkeys: await prisma.passkey.findMany({
      where: { userId },
      select: { name: true, transports: true, createdAt: true, usedAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    recoveryCodesLeft: await prisma.recoveryCode.count({ where: { userId } }),
  };
}

/** Their notifications, notification settings and email settings. */
async function notesOf(prisma: Database['prisma'], userId: string) {
  const notes = await prisma.note.findMany({
    where: { userId },
    select: { debateId: true, kind: true, about: true, at: true, read: true },
    // Those of one reveal by id: the order in which they were stored may be the one in which they were written, hidden.
    orderBy: [{ at: 'asc' }, { seq: 'asc' }, { kind: 'asc' }, { about: 'asc' }],
  });
  return {
    notes: notes.map((note) => ({ ...note, at: new Date(Number(note.at)) })),
    noteChoices: await prisma.noteChoice.findMany({
      where: { participant: { userId } },
      select: { debateId: true, level: true, muted: true },
    }),
    mailChoice: await prisma.mailChoice.findUnique({
      where: { userId },
      select: { pace: true, zone: true, hour: true },
    }),
  };
}

/** A person's memberships in debates, the oldest first. */
export function partsOf(prisma: Database['prisma'], userId: string) {
  return prisma.participant.findMany({
    where: { userId },
    select: { id: true, debateId: true, name: true, pseudonym: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  });
}
