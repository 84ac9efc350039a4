-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "expires_head" INTEGER;
