CREATE TABLE "OutdatedAccounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutdatedAccounts" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    CONSTRAINT "FK_OutdatedAccounts_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_OutdatedAccounts_AccountId" ON "OutdatedAccounts" ("AccountId");


-- What an account was read from is no longer compared: a change says itself that it happened.
ALTER TABLE "VoiceReadings" DROP COLUMN "Interviews";
ALTER TABLE "VoiceReadings" DROP COLUMN "Versions";
ALTER TABLE "VoiceReadings" DROP COLUMN "HealthReadings";
ALTER TABLE "VoiceReadings" DROP COLUMN "Usage";
ALTER TABLE "VoiceReadings" DROP COLUMN "Steps";


-- Every account once, under its own id.
INSERT INTO "OutdatedAccounts" ("Id", "AccountId") SELECT "Id", "Id" FROM "Accounts";
