CREATE TABLE "ModelCalls" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ModelCalls" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "Role" TEXT NOT NULL,
    "Provider" TEXT NOT NULL,
    "Model" TEXT NOT NULL,
    "PromptName" TEXT NOT NULL,
    "PromptHash" TEXT NOT NULL,
    "GuideVersion" TEXT NULL,
    "RulesVersion" TEXT NULL,
    "AccountId" TEXT NULL,
    "RespondentId" TEXT NULL,
    "InterviewId" TEXT NULL,
    "TurnN" INTEGER NULL,
    "Request" TEXT NULL,
    "Answer" TEXT NULL,
    "Outcome" TEXT NOT NULL,
    "Why" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "TokensIn" INTEGER NOT NULL,
    "TokensCached" INTEGER NOT NULL,
    "TokensOut" INTEGER NOT NULL,
    "CostMicros" INTEGER NOT NULL,
    "Milliseconds" INTEGER NOT NULL
);
CREATE INDEX "IX_ModelCalls_At" ON "ModelCalls" ("At");
CREATE INDEX "IX_ModelCalls_InterviewId" ON "ModelCalls" ("InterviewId");
CREATE INDEX "IX_ModelCalls_RespondentId" ON "ModelCalls" ("RespondentId");
