-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "administrator_by" TEXT;
