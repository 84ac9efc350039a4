-- AlterTable
ALTER TABLE "participant" ALTER COLUMN "user_id" DROP NOT NULL;
