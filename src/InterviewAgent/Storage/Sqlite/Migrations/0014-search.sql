CREATE TABLE "SearchableQuotes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchableQuotes" PRIMARY KEY AUTOINCREMENT,
    "InterviewId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "TurnId" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "Words" TEXT NOT NULL,
    CONSTRAINT "FK_SearchableQuotes_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_SearchableQuotes_InterviewId" ON "SearchableQuotes" ("InterviewId");
CREATE INDEX "IX_SearchableQuotes_TurnId" ON "SearchableQuotes" ("TurnId");

-- The words stand once, in the table; the index follows it. What is deleted there leaves no word in the index's pages.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Words", content='SearchableQuotes', content_rowid='Id', tokenize='unicode61 remove_diacritics 2');
INSERT INTO "SearchIndex"("SearchIndex", rank) VALUES('secure-delete', 1);

CREATE TRIGGER "TR_SearchableQuotes_Insert" AFTER INSERT ON "SearchableQuotes" BEGIN
    INSERT INTO "SearchIndex"(rowid, "Words") VALUES (new."Id", new."Words");
END;
CREATE TRIGGER "TR_SearchableQuotes_Delete" AFTER DELETE ON "SearchableQuotes" BEGIN
    INSERT INTO "SearchIndex"("SearchIndex", rowid, "Words") VALUES ('delete', old."Id", old."Words");
END;

-- Characters here are code points and the quotes' places count UTF-16 units: after an emoji a word may be off. The next analysis writes them anew.
INSERT INTO "SearchableQuotes" ("InterviewId", "AccountId", "TurnId", "Start", "Length", "Words")
SELECT f."InterviewId", f."AccountId", q."TurnId", q."Start", q."Length", substr(t."Text", q."Start" + 1, q."Length")
FROM "Quote" q JOIN "Findings" f ON f."Id" = q."FindingId" JOIN "Turns" t ON t."Id" = q."TurnId"
GROUP BY q."TurnId", q."Start", q."Length";
