// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.

/**
 * Execution-ready lead cards, handed by a market-acquisition system to an execution platform.
 */
export interface LeadCardBatch {
  /**
   * Name of the batch and of its file; its date is the UTC date of created_at.
   */
  batch_id: string;
  /**
   * Major version of the contract.
   */
  schema_version: 'v1';
  /**
   * When the batch was made: RFC 3339 in UTC, with T and Z.
   */
  created_at: string;
  /**
   * The system that made the batch.
   */
  source: string;
  /**
   * The system that the batch is addressed to.
   */
  target: string;
  /**
   * The lead cards; each lead_id stands once.
   */
  records: LeadCard[];
}
/**
 * One lead as the source knows it; never rewritten by the target.
 */
export interface LeadCard {
  /**
   * Identity of the lead across batches: a lower-case uuid.
   */
  lead_id: string;
  /**
   * The platform where the lead was found.
   */
  source_platform: 'tiktok' | 'threads' | 'x';
  /**
   * The lead's handle on that platform, without control characters.
   */
  username: string;
  /**
   * The name the lead shows; empty where the platform has none. No control characters.
   */
  display_name: string;
  /**
   * The audience that the lead was found in.
   */
  audience_pool: 'wholesalers' | 'brokers' | 'solar' | 'consultants';
  /**
   * The role that the source reads from the lead's activity.
   */
  persona: 'operator' | 'owner' | 'marketer' | 'investor';
  /**
   * The community that the source assigns the lead to.
   */
  tribe: 'dealmakers' | 'builders' | 'growth-operators';
  /**
   * What the lead is to be approached as.
   */
  execution_label: 'USER' | 'PARTNER' | 'AFFILIATE' | 'FEEDBACK';
  /**
   * How sure the source is of pool, persona and tribe: 0 not at all, 1 certain.
   */
  confidence_score: number;
  /**
   * How far the source has enriched the lead; targets never enrich.
   */
  enrichment_status: 'NONE' | 'REQUESTED' | 'ENRICHED' | 'FAILED';
  /**
   * How likely the lead can be reached: 0 not at all, 1 certainly.
   */
  contactability_score: number;
  /**
   * When this card was made: RFC 3339 in UTC, with T and Z.
   */
  created_at: string;
  enrichment?: Enrichment;
}
/**
 * Contact and business data that the source attached; present exactly where enrichment_status is ENRICHED.
 */
export interface Enrichment {
  contact: Contact;
  business: Business;
  /**
   * Who supplied the data: a lower-case slug.
   */
  provider: string;
  /**
   * When the data was attached: RFC 3339 in UTC, with T and Z.
   */
  enriched_at: string;
}
/**
 * How the lead can be reached; at least one way.
 */
export interface Contact {
  /**
   * Mail addresses, the likeliest first.
   *
   * @minItems 1
   * @maxItems 10
   */
  emails?: string[];
  /**
   * Telephone numbers in E.164 form, the likeliest first.
   *
   * @minItems 1
   * @maxItems 10
   */
  phones?: string[];
  /**
   * The lead's own site, http or https.
   */
  website?: string;
  /**
   * Handles on other platforms.
   *
   * @minItems 1
   * @maxItems 10
   */
  social?: SocialHandle[];
}
/**
 * One handle on one platform.
 */
export interface SocialHandle {
  /**
   * The platform: a lower-case slug.
   */
  platform: string;
  /**
   * The lead's handle there, without control characters.
   */
  handle: string;
}
/**
 * What is known of the lead's business; at least one thing.
 */
export interface Business {
  /**
   * The name that it trades under.
   */
  name?: string;
  /**
   * What it does, in the provider's words.
   */
  category?: string;
  /**
   * The city that it is in.
   */
  city?: string;
  /**
   * The state, province or region that it is in.
   */
  region?: string;
  /**
   * The country that it is in: ISO 3166-1, two letters.
   */
  country?: string;
  /**
   * How many people work there.
   */
  employees?: number;
}
