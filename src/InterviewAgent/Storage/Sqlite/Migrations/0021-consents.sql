CREATE TABLE "ConsentVersions" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_ConsentVersions" PRIMARY KEY,
    "Text" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "GuideId" TEXT NULL,
    "GuideHash" TEXT NULL,
    "FirstShownAt" INTEGER NOT NULL
);

CREATE INDEX "IX_Consents_TextHash" ON "Consents" ("TextHash");

CREATE INDEX "IX_Audit_At" ON "Audit" ("At");
