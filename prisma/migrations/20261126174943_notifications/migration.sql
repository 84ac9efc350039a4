-- CreateTable
CREATE TABLE "note" (
    "debate_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "read" BOOLEAN NOT NULL DEFAULT false,
    "to_mail" BOOLEAN NOT NULL,
    "mail_id" TEXT,

    CONSTRAINT "note_pkey" PRIMARY KEY ("debate_id","participant_id","kind","about")
);

-- CreateTable
CREATE TABLE "note_cursor" (
    "debate_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "note_cursor_pkey" PRIMARY KEY ("debate_id")
);

-- CreateTable
CREATE TABLE "note_choice" (
    "debate_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "muted" TEXT[],

    CONSTRAINT "note_choice_pkey" PRIMARY KEY ("debate_id","participant_id")
);

-- CreateTable
CREATE TABLE "mail_choice" (
    "user_id" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "mails" INTEGER NOT NULL DEFAULT 0,
    "mailed_at" BIGINT,

    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "note_user_id_at_idx" ON "note"("user_id", "at" DESC);

-- CreateIndex
CREATE INDEX "note_to_mail_user_id_idx" ON "note"("to_mail", "user_id");

-- CreateIndex
CREATE INDEX "note_mail_id_idx" ON "note"("mail_id");

-- CreateIndex
CREATE INDEX "digest_next_at_idx" ON "digest"("next_at");

-- CreateIndex
CREATE INDEX "digest_user_id_idx" ON "digest"("user_id");

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_debate_id_participant_id_fkey" FOREIGN KEY ("debate_id", "participant_id") REFERENCES "participant"("debate_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_cursor" ADD CONSTRAINT "note_cursor_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_choice" ADD CONSTRAINT "note_choice_debate_id_participant_id_fkey" FOREIGN KEY ("debate_id", "participant_id") REFERENCES "participant"("debate_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What happened before there were notes is told to nobody as if it were new.
INSERT INTO "note_cursor" ("debate_id", "seq") SELECT "id", "head" FROM "debate";
