-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "note" TEXT,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_kind_created_at_idx" ON "invitation"("kind", "created_at");
