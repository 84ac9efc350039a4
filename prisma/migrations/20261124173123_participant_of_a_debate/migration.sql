-- AlterTable
ALTER TABLE "participant" DROP CONSTRAINT "participant_pkey",
ADD CONSTRAINT "participant_pkey" PRIMARY KEY ("debate_id", "id");
