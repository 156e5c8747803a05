ALTER TABLE "event" ADD COLUMN "attested_from" partial_date;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "attested_until" partial_date;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "is_attested" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "attested" daterange GENERATED ALWAYS AS (case when is_attested then daterange(coalesce(lower(period), first_day(attested_from)), coalesce(upper(period), last_day(attested_until) + 1)) else 'empty'::daterange end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "attested_from" partial_date;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "attested_until" partial_date;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "is_attested" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "attested" daterange GENERATED ALWAYS AS (case when is_attested then daterange(coalesce(lower(period), first_day(attested_from)), coalesce(upper(period), last_day(attested_until) + 1)) else 'empty'::daterange end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "attested_from" partial_date;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "attested_until" partial_date;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "is_attested" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "attested" daterange GENERATED ALWAYS AS (case when is_attested then daterange(coalesce(lower(period), first_day(attested_from)), coalesce(upper(period), last_day(attested_until) + 1)) else 'empty'::daterange end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "lifetime" daterange DEFAULT '(,)' NOT NULL;