-- CreateTable
CREATE TABLE "seen_mark" (
    "debate_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "until" BIGINT NOT NULL,
    "left" BIGINT NOT NULL,
    "later" JSON NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seen_mark_pkey" PRIMARY KEY ("debate_id","participant_id")
);

-- AddForeignKey
ALTER TABLE "seen_mark" ADD CONSTRAINT "seen_mark_debate_id_participant_id_fkey" FOREIGN KEY ("debate_id", "participant_id") REFERENCES "participant"("debate_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
