-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "may_start" BOOLEAN NOT NULL DEFAULT false;
