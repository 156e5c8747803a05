CREATE TABLE "installed" (
	"part" text PRIMARY KEY,
	"checksum" text NOT NULL
);
