CREATE TABLE "Accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "ExternalId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Industry" TEXT NULL,
    "Seats" INTEGER NULL,
    "ContractSignedOn" TEXT NOT NULL,
    "RenewalOn" TEXT NULL,
    "Owner" TEXT NULL,
    "Segment" TEXT NULL,
    "Product" TEXT NULL
);


CREATE TABLE "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Did" TEXT NOT NULL,
    "Subject" TEXT NULL
);


CREATE TABLE "Consents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consents" PRIMARY KEY,
    "RespondentId" TEXT NOT NULL,
    "InterviewId" TEXT NOT NULL,
    "TextHash" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);


CREATE TABLE "SignInLinks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SignInLinks" PRIMARY KEY,
    "TokenHash" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL
);


CREATE TABLE "Tombstones" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Tombstones" PRIMARY KEY,
    "RespondentId" TEXT NOT NULL,
    "InterviewId" TEXT NULL,
    "At" INTEGER NOT NULL
);


CREATE TABLE "Flags" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Flags" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "Why" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "Due" TEXT NULL,
    "Outcome" TEXT NULL,
    "ClosedAt" INTEGER NULL,
    CONSTRAINT "FK_Flags_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Health" (
    "AccountId" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    CONSTRAINT "PK_Health" PRIMARY KEY ("AccountId", "On"),
    CONSTRAINT "FK_Health_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Promises" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Promises" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Workflow" TEXT NULL,
    "On" TEXT NULL,
    "Source" TEXT NULL,
    CONSTRAINT "FK_Promises_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Respondents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Respondents" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Name" TEXT NULL,
    "Role" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Email" TEXT NULL,
    "Language" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "Panel" TEXT NOT NULL,
    CONSTRAINT "FK_Respondents_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Usage" (
    "AccountId" TEXT NOT NULL,
    "Week" INTEGER NOT NULL,
    "ActiveUsers" INTEGER NOT NULL,
    "Logins" INTEGER NOT NULL,
    "KeyActions" INTEGER NOT NULL,
    CONSTRAINT "PK_Usage" PRIMARY KEY ("AccountId", "Week"),
    CONSTRAINT "FK_Usage_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "VoiceReadings" (
    "AccountId" TEXT NOT NULL CONSTRAINT "PK_VoiceReadings" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "Reading" TEXT NOT NULL,
    "Interviews" INTEGER NOT NULL,
    "Versions" INTEGER NOT NULL,
    "HealthReadings" INTEGER NOT NULL,
    "Usage" INTEGER NOT NULL,
    "Steps" INTEGER NOT NULL,
    CONSTRAINT "FK_VoiceReadings_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CheckIns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CheckIns" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "Checkpoint" TEXT NOT NULL,
    "Due" TEXT NOT NULL,
    "InvitedAt" INTEGER NULL,
    "OpenedAt" INTEGER NULL,
    "ConsentedAt" INTEGER NULL,
    "FirstAnswerAt" INTEGER NULL,
    "BrokeOffAt" INTEGER NULL,
    "CompletedAt" INTEGER NULL,
    "DeclinedAt" INTEGER NULL,
    CONSTRAINT "FK_CheckIns_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CheckIns_Respondents_RespondentId" FOREIGN KEY ("RespondentId") REFERENCES "Respondents" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Interviews" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Interviews" PRIMARY KEY,
    "CheckInId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "Checkpoint" TEXT NOT NULL,
    "HeldOn" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "GuideId" TEXT NULL,
    "GuideHash" TEXT NULL,
    "RulesVersion" TEXT NULL,
    "Seed" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Visibility" TEXT NOT NULL,
    "AnalysedAt" INTEGER NULL,
    "Sentiment" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Interviews_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Links" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Links" PRIMARY KEY,
    "CheckInId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "RevokedAt" INTEGER NULL,
    "CodeHash" TEXT NULL,
    "CodeFrom" INTEGER NULL,
    "CodesSent" INTEGER NOT NULL,
    "CodeTries" INTEGER NOT NULL,
    CONSTRAINT "FK_Links_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Drafts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Drafts" PRIMARY KEY,
    "InterviewId" TEXT NOT NULL,
    "TurnN" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Breaches" TEXT NOT NULL,
    "Shown" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_Drafts_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Escalations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Escalations" PRIMARY KEY,
    "InterviewId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "TurnId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ResolvedAt" INTEGER NULL,
    CONSTRAINT "FK_Escalations_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Findings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Findings" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "InterviewId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Severity" INTEGER NULL,
    "Status" TEXT NULL,
    "Origin" TEXT NOT NULL,
    "Verified" INTEGER NOT NULL,
    "Because" TEXT NULL,
    CONSTRAINT "FK_Findings_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Readings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Readings" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "InterviewId" TEXT NOT NULL,
    "Dimension" TEXT NOT NULL,
    "Value" REAL NULL,
    "TurnId" TEXT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    CONSTRAINT "FK_Readings_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Turns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Turns" PRIMARY KEY,
    "InterviewId" TEXT NOT NULL,
    "N" INTEGER NOT NULL,
    "Speaker" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NULL,
    "MessageId" TEXT NULL,
    "Envelope" TEXT NULL,
    "Move" TEXT NULL,
    "Topic" TEXT NULL,
    "Question" TEXT NULL,
    "Intent" TEXT NULL,
    "Offer" TEXT NULL,
    CONSTRAINT "FK_Turns_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "TurnSentiments" (
    "TurnId" TEXT NOT NULL CONSTRAINT "PK_TurnSentiments" PRIMARY KEY,
    "InterviewId" TEXT NOT NULL,
    "Value" INTEGER NOT NULL,
    CONSTRAINT "FK_TurnSentiments_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "VisibilityChoices" (
    "InterviewId" TEXT NOT NULL,
    "TurnId" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "Visibility" TEXT NOT NULL,
    CONSTRAINT "PK_VisibilityChoices" PRIMARY KEY ("InterviewId", "TurnId", "Start"),
    CONSTRAINT "FK_VisibilityChoices_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Quote" (
    "FindingId" TEXT NOT NULL,
    "TurnId" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    CONSTRAINT "PK_Quote" PRIMARY KEY ("FindingId", "TurnId", "Start"),
    CONSTRAINT "FK_Quote_Findings_FindingId" FOREIGN KEY ("FindingId") REFERENCES "Findings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Quote_Turns_TurnId" FOREIGN KEY ("TurnId") REFERENCES "Turns" ("Id") ON DELETE CASCADE
);


CREATE UNIQUE INDEX "IX_Accounts_ExternalId" ON "Accounts" ("ExternalId");


CREATE INDEX "IX_CheckIns_AccountId" ON "CheckIns" ("AccountId");


CREATE INDEX "IX_CheckIns_Due" ON "CheckIns" ("Due");


CREATE UNIQUE INDEX "IX_CheckIns_RespondentId_Checkpoint" ON "CheckIns" ("RespondentId", "Checkpoint");


CREATE INDEX "IX_Drafts_InterviewId_TurnN" ON "Drafts" ("InterviewId", "TurnN");


CREATE INDEX "IX_Escalations_InterviewId" ON "Escalations" ("InterviewId");


CREATE INDEX "IX_Findings_AccountId" ON "Findings" ("AccountId");


CREATE INDEX "IX_Findings_Code" ON "Findings" ("Code");


CREATE INDEX "IX_Findings_InterviewId" ON "Findings" ("InterviewId");


CREATE INDEX "IX_Findings_RespondentId" ON "Findings" ("RespondentId");


CREATE INDEX "IX_Flags_AccountId" ON "Flags" ("AccountId");


CREATE INDEX "IX_Interviews_AccountId" ON "Interviews" ("AccountId");


CREATE UNIQUE INDEX "IX_Interviews_CheckInId" ON "Interviews" ("CheckInId");


CREATE INDEX "IX_Interviews_RespondentId" ON "Interviews" ("RespondentId");


CREATE INDEX "IX_Interviews_Status" ON "Interviews" ("Status");


CREATE INDEX "IX_Links_CheckInId" ON "Links" ("CheckInId");


CREATE UNIQUE INDEX "IX_Promises_AccountId_ExternalId" ON "Promises" ("AccountId", "ExternalId");


CREATE INDEX "IX_Quote_TurnId" ON "Quote" ("TurnId");


CREATE INDEX "IX_Readings_AccountId" ON "Readings" ("AccountId");


CREATE INDEX "IX_Readings_InterviewId" ON "Readings" ("InterviewId");


CREATE UNIQUE INDEX "IX_Respondents_AccountId_ExternalId" ON "Respondents" ("AccountId", "ExternalId");


CREATE UNIQUE INDEX "IX_SignInLinks_TokenHash" ON "SignInLinks" ("TokenHash");


CREATE UNIQUE INDEX "IX_Turns_InterviewId_MessageId" ON "Turns" ("InterviewId", "MessageId");


CREATE UNIQUE INDEX "IX_Turns_InterviewId_N" ON "Turns" ("InterviewId", "N");


CREATE INDEX "IX_TurnSentiments_InterviewId" ON "TurnSentiments" ("InterviewId");
