CREATE TABLE "FlagExamples" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FlagExamples" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "Expected" TEXT NOT NULL,
    "SaidBy" TEXT NOT NULL,
    "SaidAt" INTEGER NOT NULL,
    CONSTRAINT "FK_FlagExamples_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_FlagExamples_AccountId_AsOf" ON "FlagExamples" ("AccountId", "AsOf");
