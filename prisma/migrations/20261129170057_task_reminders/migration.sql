-- AlterTable
ALTER TABLE "note_cursor" ADD COLUMN     "remind_at" BIGINT;

-- CreateIndex
CREATE INDEX "note_cursor_remind_at_idx" ON "note_cursor"("remind_at");
