-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "pseudonym" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "participant_debate_id_pseudonym_key" ON "participant"("debate_id", "pseudonym");
