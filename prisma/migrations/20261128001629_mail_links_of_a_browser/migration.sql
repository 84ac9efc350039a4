-- AlterTable
ALTER TABLE "one_time_code" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "return_to" TEXT,
ADD COLUMN     "typed_hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_typed_hash_key" ON "one_time_code"("typed_hash");
