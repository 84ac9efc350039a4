-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "end_reason" TEXT;
