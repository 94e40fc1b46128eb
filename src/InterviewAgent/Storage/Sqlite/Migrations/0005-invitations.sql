ALTER TABLE "CheckIns" ADD COLUMN "PausedUntil" INTEGER NULL;
ALTER TABLE "CheckIns" ADD COLUMN "AskAt" INTEGER NULL;
-- What is open is considered once on the next sweep; what is over is found to be over.
UPDATE "CheckIns" SET "AskAt" = 0;
CREATE INDEX "IX_CheckIns_AskAt" ON "CheckIns" ("AskAt");

ALTER TABLE "Respondents" ADD COLUMN "NoContactFrom" INTEGER NULL;
ALTER TABLE "Respondents" ADD COLUMN "ClosedAddress" TEXT NULL;
ALTER TABLE "Respondents" ADD COLUMN "ClosedBecause" TEXT NULL;

CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "CheckInId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "ClaimedBy" TEXT NULL,
    "ClaimedUntil" INTEGER NULL,
    "SentAt" INTEGER NULL,
    "LinkId" TEXT NULL,
    "Address" TEXT NULL,
    "Refusal" TEXT NULL,
    CONSTRAINT "FK_Invitations_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_Invitations_CheckInId_Kind" ON "Invitations" ("CheckInId", "Kind");
CREATE INDEX "IX_Invitations_State_NextAt" ON "Invitations" ("State", "NextAt");
CREATE INDEX "IX_Invitations_AccountId_CreatedAt" ON "Invitations" ("AccountId", "CreatedAt");
