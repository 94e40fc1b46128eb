-- Texts are ordered by their bytes, whatever the language of the server; times are UTC ticks; ids come from the process.
-- "SearchableQuotes"."Terms": the words, folded by the process as a search folds them (Storage/PostgreSql/SearchTerms).

-- Quartz keeps the schedule here and makes its own tables.
CREATE SCHEMA IF NOT EXISTS quartz;

CREATE TABLE "Accounts" (
    "Id" uuid NOT NULL,
    "ExternalId" text COLLATE "C" NOT NULL,
    "Name" text COLLATE "C" NOT NULL,
    "Industry" text COLLATE "C",
    "Seats" integer,
    "ContractSignedOn" date NOT NULL,
    "RenewalOn" date,
    "Owner" text COLLATE "C",
    "Segment" text COLLATE "C",
    "Product" text COLLATE "C",
    "TenantId" text COLLATE "C",
    CONSTRAINT "PK_Accounts" PRIMARY KEY ("Id")
);

CREATE TABLE "ApiKeys" (
    "Id" uuid NOT NULL,
    "Name" text COLLATE "C" NOT NULL,
    "SecretHash" text COLLATE "C" NOT NULL,
    "Scopes" text COLLATE "C" NOT NULL,
    "Owner" text COLLATE "C",
    "CreatedAt" bigint NOT NULL,
    "RevokedAt" bigint,
    CONSTRAINT "PK_ApiKeys" PRIMARY KEY ("Id")
);

CREATE TABLE "ApiReplies" (
    "KeyId" uuid NOT NULL,
    "IdempotencyKey" text COLLATE "C" NOT NULL,
    "RequestHash" text COLLATE "C" NOT NULL,
    "Status" integer,
    "Body" text COLLATE "C",
    "At" bigint NOT NULL,
    CONSTRAINT "PK_ApiReplies" PRIMARY KEY ("KeyId", "IdempotencyKey")
);

CREATE TABLE "Arrivals" (
    "Key" text COLLATE "C" NOT NULL,
    "Place" text COLLATE "C" NOT NULL,
    "At" bigint NOT NULL,
    "Json" text COLLATE "C",
    "Attempts" integer NOT NULL,
    "NextAt" bigint,
    CONSTRAINT "PK_Arrivals" PRIMARY KEY ("Key")
);

CREATE TABLE "Audit" (
    "Id" uuid NOT NULL,
    "At" bigint NOT NULL,
    "Who" text COLLATE "C" NOT NULL,
    "Did" text COLLATE "C" NOT NULL,
    "Subject" uuid,
    CONSTRAINT "PK_Audit" PRIMARY KEY ("Id")
);

CREATE TABLE "Consents" (
    "Id" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "TextHash" text COLLATE "C" NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_Consents" PRIMARY KEY ("Id")
);

CREATE TABLE "DigestRefusals" (
    "Address" text COLLATE "C" NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_DigestRefusals" PRIMARY KEY ("Address")
);

CREATE TABLE "Digests" (
    "Id" uuid NOT NULL,
    "Week" date NOT NULL,
    "Since" date NOT NULL,
    "For" text COLLATE "C" NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "Numbers" text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_Digests" PRIMARY KEY ("Id")
);

CREATE TABLE "ErasedSentences" (
    "Id" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "TurnId" uuid NOT NULL,
    "Start" integer NOT NULL,
    "Length" integer NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_ErasedSentences" PRIMARY KEY ("Id")
);

CREATE TABLE "ModelCalls" (
    "Id" uuid NOT NULL,
    "At" bigint NOT NULL,
    "Role" text COLLATE "C" NOT NULL,
    "Provider" text COLLATE "C" NOT NULL,
    "Model" text COLLATE "C" NOT NULL,
    "PromptName" text COLLATE "C" NOT NULL,
    "PromptHash" text COLLATE "C" NOT NULL,
    "GuideVersion" text COLLATE "C",
    "RulesVersion" text COLLATE "C",
    "AccountId" uuid,
    "RespondentId" uuid,
    "InterviewId" uuid,
    "TurnN" integer,
    "Request" text COLLATE "C",
    "Answer" text COLLATE "C",
    "Outcome" text COLLATE "C" NOT NULL,
    "Why" text COLLATE "C",
    "Attempts" integer NOT NULL,
    "TokensIn" integer NOT NULL,
    "TokensCached" integer NOT NULL,
    "TokensOut" integer NOT NULL,
    "CostMicros" bigint NOT NULL,
    "Milliseconds" integer NOT NULL,
    CONSTRAINT "PK_ModelCalls" PRIMARY KEY ("Id")
);

CREATE TABLE "SignInLinks" (
    "Id" uuid NOT NULL,
    "TokenHash" text COLLATE "C" NOT NULL,
    "Who" text COLLATE "C" NOT NULL,
    "Role" text COLLATE "C" NOT NULL,
    "Owner" text COLLATE "C",
    "ExpiresAt" bigint NOT NULL,
    "UsedAt" bigint,
    CONSTRAINT "PK_SignInLinks" PRIMARY KEY ("Id")
);

CREATE TABLE "StaffSessions" (
    "Id" uuid NOT NULL,
    "Who" text COLLATE "C" NOT NULL,
    "Role" text COLLATE "C" NOT NULL,
    "Owner" text COLLATE "C",
    "Via" text COLLATE "C" NOT NULL,
    "BeganAt" bigint NOT NULL,
    "EndedAt" bigint,
    CONSTRAINT "PK_StaffSessions" PRIMARY KEY ("Id")
);

CREATE TABLE "ThemeDecisions" (
    "Id" uuid NOT NULL,
    "At" bigint NOT NULL,
    "Who" text COLLATE "C" NOT NULL,
    "Code" text COLLATE "C" NOT NULL,
    "Term" text COLLATE "C" NOT NULL,
    "Kind" text COLLATE "C" NOT NULL,
    "Value" text COLLATE "C",
    CONSTRAINT "PK_ThemeDecisions" PRIMARY KEY ("Id")
);

CREATE TABLE "ThemeTotals" (
    "Code" text COLLATE "C" NOT NULL,
    "Term" text COLLATE "C" NOT NULL,
    "Accounts" integer NOT NULL,
    "People" integer NOT NULL,
    "Quotes" integer NOT NULL,
    CONSTRAINT "PK_ThemeTotals" PRIMARY KEY ("Code", "Term")
);

CREATE TABLE "ThemeWeeks" (
    "Code" text COLLATE "C" NOT NULL,
    "Term" text COLLATE "C" NOT NULL,
    "Week" integer NOT NULL,
    "First" integer NOT NULL,
    "Last" integer NOT NULL,
    CONSTRAINT "PK_ThemeWeeks" PRIMARY KEY ("Code", "Term", "Week")
);

CREATE TABLE "Tombstones" (
    "Id" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "InterviewId" uuid,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_Tombstones" PRIMARY KEY ("Id")
);

CREATE TABLE "TotalsAtoms" (
    "Id" uuid NOT NULL,
    "Code" text COLLATE "C" NOT NULL,
    "Segment" text COLLATE "C",
    "Week" date NOT NULL,
    "People" integer NOT NULL,
    "Accounts" integer NOT NULL,
    CONSTRAINT "PK_TotalsAtoms" PRIMARY KEY ("Id")
);

CREATE TABLE "TotalsMembers" (
    "Code" text COLLATE "C" NOT NULL,
    "RespondentId" uuid NOT NULL,
    "AtomId" uuid NOT NULL,
    CONSTRAINT "PK_TotalsMembers" PRIMARY KEY ("Code", "RespondentId")
);

CREATE TABLE "TotalsWeeks" (
    "Monday" date NOT NULL,
    CONSTRAINT "PK_TotalsWeeks" PRIMARY KEY ("Monday")
);

CREATE TABLE "FlagExamples" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "AsOf" date NOT NULL,
    "Expected" text COLLATE "C" NOT NULL,
    "SaidBy" text COLLATE "C" NOT NULL,
    "SaidAt" bigint NOT NULL,
    CONSTRAINT "PK_FlagExamples" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_FlagExamples_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Flags" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "Kind" text COLLATE "C" NOT NULL,
    "OpenedAt" bigint NOT NULL,
    "Why" text COLLATE "C" NOT NULL,
    "Evidence" text COLLATE "C" NOT NULL,
    "Owner" text COLLATE "C",
    "Due" date,
    "Outcome" text COLLATE "C",
    "ClosedAt" bigint,
    CONSTRAINT "PK_Flags" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Flags_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Health" (
    "AccountId" uuid NOT NULL,
    "On" date NOT NULL,
    "Status" text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_Health" PRIMARY KEY ("AccountId", "On"),
    CONSTRAINT "FK_Health_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "OutdatedAccounts" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    CONSTRAINT "PK_OutdatedAccounts" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_OutdatedAccounts_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Promises" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "ExternalId" text COLLATE "C" NOT NULL,
    "Text" text COLLATE "C" NOT NULL,
    "Kind" text COLLATE "C" NOT NULL,
    "Workflow" text COLLATE "C",
    "On" date,
    "Source" text COLLATE "C",
    CONSTRAINT "PK_Promises" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Promises_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Respondents" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "ExternalId" text COLLATE "C" NOT NULL,
    "Name" text COLLATE "C",
    "Role" text COLLATE "C" NOT NULL,
    "Title" text COLLATE "C",
    "Email" text COLLATE "C",
    "AadObjectId" text COLLATE "C",
    "Language" text COLLATE "C" NOT NULL,
    "TimeZone" text COLLATE "C" NOT NULL,
    "NoContactFrom" bigint,
    "ClosedAddress" text COLLATE "C",
    "ClosedBecause" text COLLATE "C",
    "Panel" text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_Respondents" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Respondents_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ThemeVoices" (
    "AccountId" uuid NOT NULL,
    "Code" text COLLATE "C" NOT NULL,
    "Term" text COLLATE "C" NOT NULL,
    "People" integer NOT NULL,
    "Quotes" integer NOT NULL,
    "FirstWeek" integer NOT NULL,
    "LastWeek" integer NOT NULL,
    CONSTRAINT "PK_ThemeVoices" PRIMARY KEY ("AccountId", "Code", "Term"),
    CONSTRAINT "FK_ThemeVoices_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Usage" (
    "AccountId" uuid NOT NULL,
    "Week" integer NOT NULL,
    "ActiveUsers" integer NOT NULL,
    "Logins" integer NOT NULL,
    "KeyActions" integer NOT NULL,
    CONSTRAINT "PK_Usage" PRIMARY KEY ("AccountId", "Week"),
    CONSTRAINT "FK_Usage_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "VoiceReadings" (
    "AccountId" uuid NOT NULL,
    "At" bigint NOT NULL,
    "Reading" text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_VoiceReadings" PRIMARY KEY ("AccountId"),
    CONSTRAINT "FK_VoiceReadings_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "DigestClaims" (
    "Id" uuid NOT NULL,
    "DigestId" uuid NOT NULL,
    "N" integer NOT NULL,
    "Section" text COLLATE "C" NOT NULL,
    "Label" text COLLATE "C",
    "Text" text COLLATE "C" NOT NULL,
    "Detail" text COLLATE "C",
    "Place" text COLLATE "C",
    "Turn" text COLLATE "C",
    "People" integer NOT NULL,
    "Accounts" integer NOT NULL,
    "AccountId" uuid,
    "FlagId" uuid,
    "Rests" uuid[] NOT NULL,
    "GoneAt" bigint,
    CONSTRAINT "PK_DigestClaims" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DigestClaims_Digests_DigestId" FOREIGN KEY ("DigestId") REFERENCES "Digests" ("Id") ON DELETE CASCADE
);

CREATE TABLE "DigestSendings" (
    "Id" uuid NOT NULL,
    "DigestId" uuid NOT NULL,
    "Week" date NOT NULL,
    "Channel" text COLLATE "C" NOT NULL,
    "Address" text COLLATE "C" NOT NULL,
    "State" text COLLATE "C" NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "NextAt" bigint NOT NULL,
    "Attempts" integer NOT NULL,
    "ClaimedBy" uuid,
    "ClaimedUntil" bigint,
    "ClaimedBoot" text COLLATE "C",
    "SentAt" bigint,
    "Refusal" text COLLATE "C",
    CONSTRAINT "PK_DigestSendings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_DigestSendings_Digests_DigestId" FOREIGN KEY ("DigestId") REFERENCES "Digests" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CheckIns" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "Checkpoint" text COLLATE "C" NOT NULL,
    "Due" date NOT NULL,
    "InvitedAt" bigint,
    "OpenedAt" bigint,
    "ConsentedAt" bigint,
    "FirstAnswerAt" bigint,
    "BrokeOffAt" bigint,
    "CompletedAt" bigint,
    "DeclinedAt" bigint,
    "PausedUntil" bigint,
    "AskAt" bigint,
    CONSTRAINT "PK_CheckIns" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CheckIns_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CheckIns_Respondents_RespondentId" FOREIGN KEY ("RespondentId") REFERENCES "Respondents" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Conversations" (
    "Id" uuid NOT NULL,
    "RespondentId" uuid,
    "AccountId" uuid,
    "Channel" text COLLATE "C" NOT NULL,
    "TenantId" text COLLATE "C",
    "ServiceUrl" text COLLATE "C" NOT NULL,
    "ChannelConversationId" text COLLATE "C",
    "UserId" text COLLATE "C",
    "DirectoryUserId" text COLLATE "C",
    "BotId" text COLLATE "C" NOT NULL,
    "Locale" text COLLATE "C",
    "Greeted" boolean NOT NULL,
    "StoppedAt" bigint,
    "StoppedWhy" text COLLATE "C",
    "HeardAt" bigint,
    "Json" text COLLATE "C",
    CONSTRAINT "PK_Conversations" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Conversations_Respondents_RespondentId" FOREIGN KEY ("RespondentId") REFERENCES "Respondents" ("Id") ON DELETE CASCADE
);

CREATE TABLE "DigestSources" (
    "ClaimId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    CONSTRAINT "PK_DigestSources" PRIMARY KEY ("ClaimId", "InterviewId"),
    CONSTRAINT "FK_DigestSources_DigestClaims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "DigestClaims" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Invitations" (
    "Id" uuid NOT NULL,
    "CheckInId" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "Kind" text COLLATE "C" NOT NULL,
    "Channel" text COLLATE "C" NOT NULL,
    "State" text COLLATE "C" NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "NextAt" bigint NOT NULL,
    "Attempts" integer NOT NULL,
    "ClaimedBy" uuid,
    "ClaimedUntil" bigint,
    "ClaimedBoot" text COLLATE "C",
    "SentAt" bigint,
    "LinkId" uuid,
    "Address" text COLLATE "C",
    "Refusal" text COLLATE "C",
    CONSTRAINT "PK_Invitations" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Invitations_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Links" (
    "Id" uuid NOT NULL,
    "CheckInId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    "RevokedAt" bigint,
    "PairingHash" text COLLATE "C",
    "PairingUntil" bigint,
    "CodeHash" text COLLATE "C",
    "CodeFrom" bigint,
    "CodesSent" integer NOT NULL,
    "CodeTries" integer NOT NULL,
    CONSTRAINT "PK_Links" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Links_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Interviews" (
    "Id" uuid NOT NULL,
    "CheckInId" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "ExternalId" text COLLATE "C",
    "Checkpoint" text COLLATE "C" NOT NULL,
    "HeldOn" date NOT NULL,
    "Origin" text COLLATE "C" NOT NULL,
    "Channel" text COLLATE "C" NOT NULL,
    "ConversationId" uuid,
    "Language" text COLLATE "C" NOT NULL,
    "GuideId" text COLLATE "C",
    "GuideHash" text COLLATE "C",
    "RulesVersion" text COLLATE "C",
    "Seed" integer NOT NULL,
    "Status" text COLLATE "C" NOT NULL,
    "Visibility" text COLLATE "C" NOT NULL,
    "AnalysedAt" bigint,
    "Sentiment" integer,
    "ModelCodingOwedSince" bigint,
    "ModelCoding" text COLLATE "C",
    "ReplyOwedSince" bigint,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Interviews" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Interviews_CheckIns_CheckInId" FOREIGN KEY ("CheckInId") REFERENCES "CheckIns" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Interviews_Conversations_ConversationId" FOREIGN KEY ("ConversationId") REFERENCES "Conversations" ("Id") ON DELETE SET NULL
);

CREATE TABLE "Drafts" (
    "Id" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "TurnN" integer NOT NULL,
    "Text" text COLLATE "C" NOT NULL,
    "Source" text COLLATE "C" NOT NULL,
    "Breaches" text COLLATE "C" NOT NULL,
    "Shown" boolean NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Drafts_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Escalations" (
    "Id" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "TurnId" uuid NOT NULL,
    "Reason" text COLLATE "C" NOT NULL,
    "At" bigint NOT NULL,
    "ResolvedAt" bigint,
    CONSTRAINT "PK_Escalations" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Escalations_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Findings" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "Kind" text COLLATE "C" NOT NULL,
    "Code" text COLLATE "C" NOT NULL,
    "Severity" integer,
    "Status" text COLLATE "C",
    "Origin" text COLLATE "C" NOT NULL,
    "SetAside" boolean NOT NULL,
    "Verified" boolean NOT NULL,
    "Because" text COLLATE "C",
    CONSTRAINT "PK_Findings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Findings_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Outbox" (
    "Id" uuid NOT NULL,
    "ConversationId" uuid NOT NULL,
    "InterviewId" uuid,
    "TurnN" integer,
    "Notice" text COLLATE "C",
    "Proactive" boolean NOT NULL,
    "State" text COLLATE "C" NOT NULL,
    "Attempts" integer NOT NULL,
    "At" bigint NOT NULL,
    "NextAt" bigint NOT NULL,
    "LeaseUntil" bigint,
    "SentAt" bigint,
    "ChannelActivityId" text COLLATE "C",
    "Why" text COLLATE "C",
    CONSTRAINT "PK_Outbox" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Outbox_Conversations_ConversationId" FOREIGN KEY ("ConversationId") REFERENCES "Conversations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Outbox_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Readings" (
    "Id" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "RespondentId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "Dimension" text COLLATE "C" NOT NULL,
    "Value" double precision,
    "TurnId" uuid,
    "Start" integer NOT NULL,
    "Length" integer NOT NULL,
    CONSTRAINT "PK_Readings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Readings_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SearchableQuotes" (
    "Id" bigint GENERATED BY DEFAULT AS IDENTITY,
    "InterviewId" uuid NOT NULL,
    "AccountId" uuid NOT NULL,
    "TurnId" uuid NOT NULL,
    "Start" integer NOT NULL,
    "Length" integer NOT NULL,
    "Words" text COLLATE "C" NOT NULL,
    "Terms" tsvector NOT NULL,
    CONSTRAINT "PK_SearchableQuotes" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SearchableQuotes_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Turns" (
    "Id" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "N" integer NOT NULL,
    "Speaker" text COLLATE "C" NOT NULL,
    "Text" text COLLATE "C" NOT NULL,
    "At" bigint,
    "MessageId" text COLLATE "C",
    "Envelope" text COLLATE "C",
    "Corrects" integer,
    "Move" text COLLATE "C",
    "Topic" text COLLATE "C",
    "Question" text COLLATE "C",
    "Intent" text COLLATE "C",
    "Offer" text COLLATE "C",
    CONSTRAINT "PK_Turns" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Turns_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "TurnSentiments" (
    "TurnId" uuid NOT NULL,
    "InterviewId" uuid NOT NULL,
    "Value" integer NOT NULL,
    CONSTRAINT "PK_TurnSentiments" PRIMARY KEY ("TurnId"),
    CONSTRAINT "FK_TurnSentiments_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "VisibilityChoices" (
    "InterviewId" uuid NOT NULL,
    "TurnId" uuid NOT NULL,
    "Start" integer NOT NULL,
    "Length" integer NOT NULL,
    "Visibility" text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_VisibilityChoices" PRIMARY KEY ("InterviewId", "TurnId", "Start"),
    CONSTRAINT "FK_VisibilityChoices_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Quote" (
    "FindingId" uuid NOT NULL,
    "TurnId" uuid NOT NULL,
    "Start" integer NOT NULL,
    "Length" integer NOT NULL,
    CONSTRAINT "PK_Quote" PRIMARY KEY ("FindingId", "TurnId", "Start"),
    CONSTRAINT "FK_Quote_Findings_FindingId" FOREIGN KEY ("FindingId") REFERENCES "Findings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Quote_Turns_TurnId" FOREIGN KEY ("TurnId") REFERENCES "Turns" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Accounts_ExternalId" ON "Accounts" ("ExternalId");
CREATE INDEX "IX_ApiReplies_At" ON "ApiReplies" ("At");
CREATE INDEX "IX_Arrivals_NextAt_At" ON "Arrivals" ("NextAt", "At");
CREATE INDEX "IX_Arrivals_Place_NextAt" ON "Arrivals" ("Place", "NextAt");
CREATE INDEX "IX_CheckIns_AccountId" ON "CheckIns" ("AccountId");
CREATE INDEX "IX_CheckIns_AskAt" ON "CheckIns" ("AskAt");
CREATE INDEX "IX_CheckIns_Due" ON "CheckIns" ("Due");
CREATE UNIQUE INDEX "IX_CheckIns_RespondentId_Checkpoint" ON "CheckIns" ("RespondentId", "Checkpoint");
CREATE UNIQUE INDEX "IX_Conversations_Channel_ChannelConversationId" ON "Conversations" ("Channel", "ChannelConversationId");
CREATE INDEX "IX_Conversations_RespondentId" ON "Conversations" ("RespondentId");
CREATE INDEX "IX_Conversations_TenantId_DirectoryUserId" ON "Conversations" ("TenantId", "DirectoryUserId");
CREATE INDEX "IX_DigestClaims_DigestId" ON "DigestClaims" ("DigestId");
CREATE UNIQUE INDEX "IX_Digests_For_Week" ON "Digests" ("For", "Week");
CREATE INDEX "IX_DigestSendings_DigestId" ON "DigestSendings" ("DigestId");
CREATE INDEX "IX_DigestSendings_State_NextAt" ON "DigestSendings" ("State", "NextAt");
CREATE UNIQUE INDEX "IX_DigestSendings_Week_Channel_Address" ON "DigestSendings" ("Week", "Channel", "Address");
CREATE INDEX "IX_DigestSources_InterviewId" ON "DigestSources" ("InterviewId");
CREATE INDEX "IX_Drafts_InterviewId_TurnN" ON "Drafts" ("InterviewId", "TurnN");
CREATE INDEX "IX_ErasedSentences_InterviewId" ON "ErasedSentences" ("InterviewId");
CREATE INDEX "IX_Escalations_InterviewId" ON "Escalations" ("InterviewId");
CREATE INDEX "IX_Findings_AccountId" ON "Findings" ("AccountId");
CREATE INDEX "IX_Findings_Code" ON "Findings" ("Code");
CREATE INDEX "IX_Findings_InterviewId" ON "Findings" ("InterviewId");
CREATE INDEX "IX_Findings_RespondentId" ON "Findings" ("RespondentId");
CREATE UNIQUE INDEX "IX_FlagExamples_AccountId_AsOf" ON "FlagExamples" ("AccountId", "AsOf");
CREATE INDEX "IX_Flags_AccountId" ON "Flags" ("AccountId");
CREATE INDEX "IX_Interviews_AccountId" ON "Interviews" ("AccountId");
CREATE UNIQUE INDEX "IX_Interviews_CheckInId" ON "Interviews" ("CheckInId");
CREATE INDEX "IX_Interviews_ConversationId" ON "Interviews" ("ConversationId");
CREATE INDEX "IX_Interviews_ModelCodingOwedSince" ON "Interviews" ("ModelCodingOwedSince");
CREATE INDEX "IX_Interviews_ReplyOwedSince" ON "Interviews" ("ReplyOwedSince");
CREATE INDEX "IX_Interviews_RespondentId" ON "Interviews" ("RespondentId");
CREATE INDEX "IX_Interviews_Status" ON "Interviews" ("Status");
CREATE INDEX "IX_Invitations_AccountId_CreatedAt" ON "Invitations" ("AccountId", "CreatedAt");
CREATE UNIQUE INDEX "IX_Invitations_CheckInId_Kind" ON "Invitations" ("CheckInId", "Kind");
CREATE INDEX "IX_Invitations_State_NextAt" ON "Invitations" ("State", "NextAt");
CREATE INDEX "IX_Links_CheckInId" ON "Links" ("CheckInId");
CREATE INDEX "IX_Links_PairingHash" ON "Links" ("PairingHash");
CREATE INDEX "IX_ModelCalls_At" ON "ModelCalls" ("At");
CREATE INDEX "IX_ModelCalls_InterviewId" ON "ModelCalls" ("InterviewId");
CREATE INDEX "IX_ModelCalls_RespondentId" ON "ModelCalls" ("RespondentId");
CREATE INDEX "IX_Outbox_ConversationId_State" ON "Outbox" ("ConversationId", "State");
CREATE UNIQUE INDEX "IX_Outbox_InterviewId_TurnN_ConversationId" ON "Outbox" ("InterviewId", "TurnN", "ConversationId");
CREATE INDEX "IX_Outbox_State_NextAt" ON "Outbox" ("State", "NextAt");
CREATE INDEX "IX_OutdatedAccounts_AccountId" ON "OutdatedAccounts" ("AccountId");
CREATE UNIQUE INDEX "IX_Promises_AccountId_ExternalId" ON "Promises" ("AccountId", "ExternalId");
CREATE INDEX "IX_Quote_TurnId" ON "Quote" ("TurnId");
CREATE INDEX "IX_Readings_AccountId" ON "Readings" ("AccountId");
CREATE INDEX "IX_Readings_InterviewId" ON "Readings" ("InterviewId");
CREATE INDEX "IX_Respondents_AadObjectId" ON "Respondents" ("AadObjectId");
CREATE UNIQUE INDEX "IX_Respondents_AccountId_ExternalId" ON "Respondents" ("AccountId", "ExternalId");
CREATE INDEX "IX_SearchableQuotes_InterviewId" ON "SearchableQuotes" ("InterviewId");
CREATE INDEX "IX_SearchableQuotes_Terms" ON "SearchableQuotes" USING gin ("Terms");
CREATE INDEX "IX_SearchableQuotes_TurnId" ON "SearchableQuotes" ("TurnId");
CREATE UNIQUE INDEX "IX_SignInLinks_TokenHash" ON "SignInLinks" ("TokenHash");
CREATE INDEX "IX_StaffSessions_Who" ON "StaffSessions" ("Who");
CREATE INDEX "IX_ThemeDecisions_Code_Term" ON "ThemeDecisions" ("Code", "Term");
CREATE INDEX "IX_ThemeTotals_Code_Accounts" ON "ThemeTotals" ("Code", "Accounts");
CREATE INDEX "IX_ThemeTotals_Empty" ON "ThemeTotals" ("Accounts") WHERE "Accounts" = 0;
CREATE INDEX "IX_ThemeVoices_Code_Term_LastWeek" ON "ThemeVoices" ("Code", "Term", "LastWeek");
CREATE INDEX "IX_ThemeWeeks_Empty" ON "ThemeWeeks" ("First") WHERE "First" = 0 AND "Last" = 0;
CREATE INDEX "IX_TotalsMembers_RespondentId" ON "TotalsMembers" ("RespondentId");
CREATE UNIQUE INDEX "IX_Turns_InterviewId_MessageId" ON "Turns" ("InterviewId", "MessageId");
CREATE UNIQUE INDEX "IX_Turns_InterviewId_N" ON "Turns" ("InterviewId", "N");
CREATE INDEX "IX_TurnSentiments_InterviewId" ON "TurnSentiments" ("InterviewId");
