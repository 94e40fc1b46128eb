CREATE TABLE "Digests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Digests" PRIMARY KEY,
    "Week" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "For" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Numbers" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_Digests_For_Week" ON "Digests" ("For", "Week");

CREATE TABLE "DigestClaims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DigestClaims" PRIMARY KEY,
    "DigestId" TEXT NOT NULL,
    "N" INTEGER NOT NULL,
    "Section" TEXT NOT NULL,
    "Label" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Place" TEXT NULL,
    "Turn" TEXT NULL,
    "People" INTEGER NOT NULL,
    "Accounts" INTEGER NOT NULL,
    "AccountId" TEXT NULL,
    "FlagId" TEXT NULL,
    "Rests" TEXT NOT NULL,
    "GoneAt" INTEGER NULL,
    CONSTRAINT "FK_DigestClaims_Digests_DigestId" FOREIGN KEY ("DigestId") REFERENCES "Digests" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_DigestClaims_DigestId" ON "DigestClaims" ("DigestId");

-- An interview that is erased takes the sentences with it that rested on its words.
CREATE TABLE "DigestSources" (
    "ClaimId" TEXT NOT NULL,
    "InterviewId" TEXT NOT NULL,
    CONSTRAINT "PK_DigestSources" PRIMARY KEY ("ClaimId", "InterviewId"),
    CONSTRAINT "FK_DigestSources_DigestClaims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "DigestClaims" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_DigestSources_InterviewId" ON "DigestSources" ("InterviewId");

-- One mail or card for each recipient and week.
CREATE TABLE "DigestSendings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DigestSendings" PRIMARY KEY,
    "DigestId" TEXT NOT NULL,
    "Week" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "ClaimedBy" TEXT NULL,
    "ClaimedUntil" INTEGER NULL,
    "ClaimedBoot" TEXT NULL,
    "SentAt" INTEGER NULL,
    "Refusal" TEXT NULL,
    CONSTRAINT "FK_DigestSendings_Digests_DigestId" FOREIGN KEY ("DigestId") REFERENCES "Digests" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_DigestSendings_DigestId" ON "DigestSendings" ("DigestId");

CREATE UNIQUE INDEX "IX_DigestSendings_Week_Channel_Address" ON "DigestSendings" ("Week", "Channel", "Address");

CREATE INDEX "IX_DigestSendings_State_NextAt" ON "DigestSendings" ("State", "NextAt");

-- Addresses that want no more of them.
CREATE TABLE "DigestRefusals" (
    "Address" TEXT NOT NULL CONSTRAINT "PK_DigestRefusals" PRIMARY KEY,
    "At" INTEGER NOT NULL
);
