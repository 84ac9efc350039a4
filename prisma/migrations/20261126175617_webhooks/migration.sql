-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "debate_id" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "cursor" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_debate_id_idx" ON "webhook"("debate_id");

-- CreateIndex
CREATE INDEX "webhook_ended_at_next_at_idx" ON "webhook"("ended_at", "next_at");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
