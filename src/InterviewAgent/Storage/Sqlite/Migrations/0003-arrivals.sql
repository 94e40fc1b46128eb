CREATE TABLE "Arrivals" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Arrivals" PRIMARY KEY,
    "Place" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Json" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAt" INTEGER NULL
);

CREATE INDEX "IX_Arrivals_NextAt_At" ON "Arrivals" ("NextAt", "At");

CREATE INDEX "IX_Arrivals_Place_NextAt" ON "Arrivals" ("Place", "NextAt");
