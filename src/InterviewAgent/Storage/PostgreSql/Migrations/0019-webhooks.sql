CREATE TABLE "Webhooks" (
    "Id" uuid NOT NULL,
    "Url" text COLLATE "C" NOT NULL,
    "Events" text COLLATE "C" NOT NULL,
    "Owner" text COLLATE "C",
    "Secret" text COLLATE "C" NOT NULL,
    "OldSecret" text COLLATE "C",
    "OldSecretUntil" bigint,
    "CreatedAt" bigint NOT NULL,
    "FailingSince" bigint,
    "RestUntil" bigint,
    "PausedAt" bigint,
    "PausedBecause" text COLLATE "C",
    CONSTRAINT "PK_Webhooks" PRIMARY KEY ("Id")
);

CREATE TABLE "WebhookDeliveries" (
    "Id" uuid NOT NULL,
    "WebhookId" uuid NOT NULL,
    "EventId" uuid NOT NULL,
    "Type" text COLLATE "C" NOT NULL,
    "Data" text COLLATE "C" NOT NULL,
    "InterviewId" uuid,
    "At" bigint NOT NULL,
    "State" text COLLATE "C" NOT NULL,
    "NextAt" bigint NOT NULL,
    "Attempts" integer NOT NULL,
    "ClaimedBy" uuid,
    "ClaimedUntil" bigint,
    "EndedAt" bigint,
    "LastAnswer" text COLLATE "C",
    CONSTRAINT "PK_WebhookDeliveries" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_WebhookDeliveries_Webhooks_WebhookId" FOREIGN KEY ("WebhookId") REFERENCES "Webhooks" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_WebhookDeliveries_WebhookId_EventId" ON "WebhookDeliveries" ("WebhookId", "EventId");

CREATE INDEX "IX_WebhookDeliveries_State_NextAt" ON "WebhookDeliveries" ("State", "NextAt");

CREATE INDEX "IX_WebhookDeliveries_InterviewId" ON "WebhookDeliveries" ("InterviewId");
