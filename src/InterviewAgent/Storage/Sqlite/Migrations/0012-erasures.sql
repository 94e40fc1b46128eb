CREATE TABLE "ErasedSentences" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ErasedSentences" PRIMARY KEY,
    "RespondentId" TEXT NOT NULL,
    "InterviewId" TEXT NOT NULL,
    "TurnId" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE INDEX "IX_ErasedSentences_InterviewId" ON "ErasedSentences" ("InterviewId");

-- What was deleted before this list existed: its words are gone, its places are in the choices.
INSERT INTO "ErasedSentences" ("Id", "RespondentId", "InterviewId", "TurnId", "Start", "Length", "At")
SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    i."RespondentId", c."InterviewId", c."TurnId", c."Start", c."Length", 0
FROM "VisibilityChoices" c JOIN "Interviews" i ON i."Id" = c."InterviewId"
WHERE c."Visibility" = 'Delete';
