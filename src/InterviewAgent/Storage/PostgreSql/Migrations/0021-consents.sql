CREATE TABLE "ConsentVersions" (
    "Hash" text COLLATE "C" NOT NULL CONSTRAINT "PK_ConsentVersions" PRIMARY KEY,
    "Text" text COLLATE "C" NOT NULL,
    "Language" text COLLATE "C" NOT NULL,
    "GuideId" text COLLATE "C",
    "GuideHash" text COLLATE "C",
    "FirstShownAt" bigint NOT NULL
);

CREATE INDEX "IX_Consents_TextHash" ON "Consents" ("TextHash");
CREATE INDEX "IX_Audit_At" ON "Audit" ("At");
