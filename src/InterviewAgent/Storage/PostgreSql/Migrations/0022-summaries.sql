CREATE TABLE "AccountSummaries" (
    "AccountId" uuid NOT NULL,
    "Health" text COLLATE "C",
    "HealthOn" date,
    "Level" double precision,
    "People" integer NOT NULL,
    "Interviews" integer NOT NULL,
    "ToRead" integer NOT NULL,
    "LastHeardOn" date,
    "Flag" text COLLATE "C",
    "FlagId" uuid,
    CONSTRAINT "PK_AccountSummaries" PRIMARY KEY ("AccountId"),
    CONSTRAINT "FK_AccountSummaries_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PersonVoices" (
    "RespondentId" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "Role" text COLLATE "C" NOT NULL,
    "ToRead" integer NOT NULL,
    "Interviews" integer NOT NULL,
    "LastHeardOn" date,
    "Sum" double precision NOT NULL,
    "Readings" integer NOT NULL,
    "UnansweredSince" bigint,
    CONSTRAINT "PK_PersonVoices" PRIMARY KEY ("RespondentId"),
    CONSTRAINT "FK_PersonVoices_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_PersonVoices_Respondents_RespondentId" FOREIGN KEY ("RespondentId") REFERENCES "Respondents" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_PersonVoices_AccountId" ON "PersonVoices" ("AccountId");
CREATE INDEX "IX_PersonVoices_UnansweredSince" ON "PersonVoices" ("UnansweredSince") WHERE "UnansweredSince" IS NOT NULL;

ALTER TABLE "ThemeVoices" ADD COLUMN "StillSaid" integer NOT NULL DEFAULT 0;
ALTER TABLE "ThemeTotals" ADD COLUMN "StillSaid" integer NOT NULL DEFAULT 0;
ALTER TABLE "ThemeTotals" ADD COLUMN "StillIn" integer NOT NULL DEFAULT 0;

CREATE INDEX "IX_Accounts_Owner" ON "Accounts" ("Owner");
CREATE INDEX "IX_Accounts_Segment" ON "Accounts" ("Segment");
CREATE INDEX "IX_Interviews_HeldOn_Id" ON "Interviews" ("HeldOn", "Id");
CREATE INDEX "IX_VisibilityChoices_TurnId" ON "VisibilityChoices" ("TurnId");
CREATE INDEX "IX_Flags_Open" ON "Flags" ("AccountId") WHERE "Outcome" IS NULL AND "ClosedAt" IS NULL;
CREATE INDEX "IX_ThemeVoices_Whole" ON "ThemeVoices" ("AccountId", "Code") WHERE "Term" = '';
CREATE INDEX "IX_SearchableQuotes_AccountId" ON "SearchableQuotes" ("AccountId");

-- Every account once, for its kept rows.
INSERT INTO "OutdatedAccounts" ("Id", "AccountId") SELECT "Id", "Id" FROM "Accounts" WHERE "Id" NOT IN (SELECT "Id" FROM "OutdatedAccounts");
