CREATE TABLE "ThemeVoices" (
    "AccountId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "People" INTEGER NOT NULL,
    "Quotes" INTEGER NOT NULL,
    "FirstWeek" INTEGER NOT NULL,
    "LastWeek" INTEGER NOT NULL,
    CONSTRAINT "PK_ThemeVoices" PRIMARY KEY ("AccountId", "Code", "Term"),
    CONSTRAINT "FK_ThemeVoices_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ThemeTotals" (
    "Code" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "Accounts" INTEGER NOT NULL,
    "People" INTEGER NOT NULL,
    "Quotes" INTEGER NOT NULL,
    CONSTRAINT "PK_ThemeTotals" PRIMARY KEY ("Code", "Term")
);


CREATE TABLE "ThemeWeeks" (
    "Code" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "Week" INTEGER NOT NULL,
    "First" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_ThemeWeeks" PRIMARY KEY ("Code", "Term", "Week")
);


CREATE TABLE "ThemeDecisions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ThemeDecisions" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Value" TEXT NULL
);


CREATE INDEX "IX_ThemeVoices_Code_Term_LastWeek" ON "ThemeVoices" ("Code", "Term", "LastWeek");


CREATE INDEX "IX_ThemeTotals_Code_Accounts" ON "ThemeTotals" ("Code", "Accounts");


CREATE INDEX "IX_ThemeTotals_Empty" ON "ThemeTotals" ("Accounts") WHERE "Accounts" = 0;


CREATE INDEX "IX_ThemeWeeks_Empty" ON "ThemeWeeks" ("First") WHERE "First" = 0 AND "Last" = 0;


CREATE INDEX "IX_ThemeDecisions_Code_Term" ON "ThemeDecisions" ("Code", "Term");


-- Every account once, for its part of the themes. Ids that 0010 has used and are not read yet stay.
INSERT INTO "OutdatedAccounts" ("Id", "AccountId") SELECT "Id", "Id" FROM "Accounts" WHERE "Id" NOT IN (SELECT "Id" FROM "OutdatedAccounts");
